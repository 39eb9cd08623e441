package dev.meridian.edits;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.LiveZone;
import dev.meridian.aws.LiveZones;
import dev.meridian.model.RecordType;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.Interpretation;
import dev.meridian.resolve.Outcome;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.client.Client;
import inet.ipaddr.IPAddressString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * Clients who ask a hosted zone every question after each change of it, and measure how long a
 * question has no answer. No state of the zone is missed, and a state is read as a whole, because
 * nothing changes while they ask.
 */
final class ZoneClients {
  private static final double NANOS = 1e9;

  private static final Map<String, Client> CLIENTS =
      Map.of(
          "unknown clients", Client.UNKNOWN,
          "DE", Client.UNKNOWN.withCountry("DE"),
          "FR", Client.UNKNOWN.withCountry("FR"),
          "US", Client.UNKNOWN.withUsState("CA"),
          "east", client("198.51.100.7"),
          "west", client("198.51.101.7"));

  private final AwsAccess access;
  private final String zoneName;
  private final LongSupplier nanos;

  /** Since when each question and client has no answer, in nanoseconds. */
  private final Map<String, Long> since = new TreeMap<>();

  private final Map<String, Long> without = new TreeMap<>();
  private final SortedSet<String> asked = new TreeSet<>();
  private final List<Question> questions = new ArrayList<>();
  private final List<AwsReadException> failures = new ArrayList<>();
  private int rounds;

  ZoneClients(AwsAccess access, String zoneName, LongSupplier nanos) {
    this.access = access;
    this.zoneName = zoneName;
    this.nanos = nanos;
  }

  private static Client client(String address) {
    return Client.UNKNOWN.withCountry("BR").withAddress(new IPAddressString(address).getAddress());
  }

  /** From now on, every question that has an answer now must have one. */
  synchronized void start() throws AwsReadException {
    LiveZone zone = read();
    questions.clear();
    asked.clear();
    since.clear();
    without.clear();
    zone.plan().records().stream()
        .map(record -> record.key().group())
        .filter(group -> !group.name().text().startsWith("_"))
        .map(
            group ->
                new Question(
                    group.name(), group.type() == RecordType.CNAME ? RecordType.A : group.type()))
        .distinct()
        .forEach(questions::add);
    asked.addAll(answered(zone));
    rounds = 0;
  }

  private LiveZone read() throws AwsReadException {
    try (LiveZones zones = new LiveZones(access)) {
      return zones.read(zones.find(zoneName).get(0));
    }
  }

  /** The questions and clients that have an answer, in one text each. */
  private SortedSet<String> answered(LiveZone zone) {
    Resolver resolver =
        Resolver.of(zone.plan(), zone.kind(), Interpretation.DOCUMENTED, zone.unreadRecords());
    SortedSet<String> answered = new TreeSet<>();
    for (Question question : questions) {
      if (resolver.unread(question).isEmpty()) {
        CLIENTS.forEach(
            (name, client) -> {
              if (resolver.answer(question, client, HealthState.ALL_HEALTHY).outcomes().stream()
                  .allMatch(Outcome::isAnswer)) {
                answered.add(question + " from " + name);
              }
            });
      }
    }
    return answered;
  }

  /** Asks. */
  synchronized void ask() {
    if (asked.isEmpty()) {
      return;
    }
    try {
      SortedSet<String> answered = answered(read());
      long now = nanos.getAsLong();
      rounds++;
      for (String one : asked) {
        if (answered.contains(one)) {
          ended(one, now);
        } else {
          since.putIfAbsent(one, now);
        }
      }
    } catch (AwsReadException e) {
      failures.add(e);
    }
  }

  private void ended(String one, long now) {
    Long began = since.remove(one);
    if (began != null) {
      without.merge(one, now - began, Long::sum);
    }
  }

  /**
   * The seconds without an answer by question and client, such as {@code www.example.com A from
   * DE}; only those above 0.
   */
  synchronized SortedMap<String, Double> stop() throws AwsReadException {
    ask();
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
    long now = nanos.getAsLong();
    List.copyOf(since.keySet()).forEach(one -> ended(one, now));
    SortedMap<String, Double> seconds = new TreeMap<>();
    without.forEach((one, time) -> seconds.put(one, Math.max(time / NANOS, 0.1)));
    asked.clear();
    return seconds;
  }

  synchronized int questions() {
    return questions.size();
  }

  synchronized int rounds() {
    return rounds;
  }
}
