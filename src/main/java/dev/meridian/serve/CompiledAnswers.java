package dev.meridian.serve;

import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Compiled answers by question and, if it matters, by client. Finding one allocates nothing. Both
 * the number of entries and their memory are bounded. An entry takes the place of the one with
 * similar hashes that was not used for longest, so a flood of other names or clients leaves those
 * that are used. For one thread.
 */
final class CompiledAnswers {
  private static final int ENTRIES = 1 << 14;
  private static final int OCTETS = 16 << 20;

  /** So many entries are looked at to find one. */
  private static final int WAYS = 4;

  private final @Nullable Entry[] entries = new Entry[ENTRIES];
  private int octets;
  private long now;
  private int hand;

  /** What is known about a question, or about a question from one client. */
  static final class Entry {
    private static final int OVERHEAD = 128;

    private final byte[] name;
    private final int type;
    private final int hash;
    private final boolean byClient;
    private final @Nullable InetAddress source;
    private final boolean isIpv4;
    private final int prefix;
    private final long high;
    private final long low;

    /** Null if the answer depends on the client, or is not compiled. */
    final @Nullable CompiledAnswer answer;

    /** Whether to look for the client. */
    final boolean isLocated;

    /** How many bits of the address decided; 0 if it did not matter. */
    final int decided;

    private long used;

    private Entry(
        PlainQuery query,
        boolean byClient,
        InetAddress client,
        @Nullable CompiledAnswer answer,
        boolean isLocated,
        int decided) {
      this.name = Arrays.copyOf(query.name, query.nameLength);
      this.type = query.type;
      this.byClient = byClient;
      this.hash = byClient ? query.hash(client) : query.hash;
      this.source = byClient && !query.hasSubnet ? client : null;
      boolean subnet = byClient && query.hasSubnet;
      this.isIpv4 = subnet && query.isIpv4;
      this.prefix = subnet ? query.prefix : -1;
      this.high = subnet ? query.high : 0;
      this.low = subnet ? query.low : 0;
      this.answer = answer;
      this.isLocated = isLocated;
      this.decided = decided;
    }

    private boolean isFor(PlainQuery query, int hashed, boolean ofClient, InetAddress client) {
      return hash == hashed
          && type == query.type
          && byClient == ofClient
          && (!ofClient || isFrom(query, client))
          && Arrays.equals(name, 0, name.length, query.name, 0, query.nameLength);
    }

    private boolean isFrom(PlainQuery query, InetAddress client) {
      return query.hasSubnet
          ? prefix == query.prefix
              && high == query.high
              && low == query.low
              && isIpv4 == query.isIpv4
          : client.equals(source);
    }

    private int size() {
      return OVERHEAD + name.length;
    }
  }

  /** What is known about the question, or null. */
  @Nullable Entry find(PlainQuery query, InetAddress source) {
    return find(query, query.hash, false, source);
  }

  /** What is known about the question from this client, or null. */
  @Nullable Entry findByClient(PlainQuery query, InetAddress source) {
    return find(query, query.hash(source), true, source);
  }

  private @Nullable Entry find(PlainQuery query, int hash, boolean byClient, InetAddress source) {
    int first = hash & (ENTRIES - WAYS);
    for (int i = first; i < first + WAYS; i++) {
      Entry entry = entries[i];
      if (entry != null && entry.isFor(query, hash, byClient, source)) {
        entry.used = ++now;
        return entry;
      }
    }
    return null;
  }

  /**
   * Adds the answer to a question, which is the same for all clients; null if it is not compiled.
   */
  void add(PlainQuery query, InetAddress source, @Nullable CompiledAnswer answer) {
    add(new Entry(query, false, source, answer, false, 0));
  }

  /**
   * Adds the answer to a question from one client; null if it is not compiled.
   *
   * @param decided the number of bits of the address
   */
  void addByClient(
      PlainQuery query, InetAddress source, @Nullable CompiledAnswer answer, int decided) {
    if (find(query, source) == null) {
      add(new Entry(query, false, source, null, true, 0));
    }
    if (findByClient(query, source) == null) {
      add(new Entry(query, true, source, answer, true, decided));
    }
  }

  private void add(Entry added) {
    added.used = ++now;
    int first = added.hash & (ENTRIES - WAYS);
    int place = first;
    for (int i = first + 1; i < first + WAYS; i++) {
      if (age(entries[i]) > age(entries[place])) {
        place = i;
      }
    }
    remove(place);
    entries[place] = added;
    octets += added.size();
    if (added.answer != null && added.answer.users++ == 0) {
      octets += added.answer.size();
    }
    while (octets > OCTETS) {
      hand = (hand + 1) & (ENTRIES - 1);
      if (entries[hand] != added) {
        remove(hand);
      }
    }
  }

  /** How many lookups ago it was used. */
  private long age(@Nullable Entry entry) {
    return entry == null ? Long.MAX_VALUE : now - entry.used;
  }

  private void remove(int place) {
    Entry removed = entries[place];
    if (removed != null) {
      octets -= removed.size();
      if (removed.answer != null && --removed.answer.users == 0) {
        octets -= removed.answer.size();
      }
      entries[place] = null;
    }
  }

  void clear() {
    for (int i = 0; i < ENTRIES; i++) {
      remove(i);
    }
  }
}
