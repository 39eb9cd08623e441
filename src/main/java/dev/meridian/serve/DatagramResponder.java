package dev.meridian.serve;

import dev.meridian.model.DnsName;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * Answers queries over UDP: usual ones from {@link CompiledAnswers}, without allocating anything,
 * and all others with {@link Responder}. The octets are the same. For one thread.
 */
final class DatagramResponder {
  private static final int HEADER = 12;
  private static final int QR = 0x80;
  private static final int TC = 0x02;
  private static final int COUNTS = 6;
  private static final int OPT = 41;
  private static final int DNSSEC_OK = 0x80;

  private final Responder responder;
  private final RandomGenerator random;
  private final CompiledAnswers compiled = new CompiledAnswers();
  private final PlainQuery plain = new PlainQuery();
  private final byte[] answer = new byte[Responder.TCP_SIZE];
  private final int[] order = new int[CompiledAnswer.MOST_RECORDS];
  private final int[] chosen = new int[CompiledAnswer.MOST_RECORDS];
  private ZoneAnswers zone;

  DatagramResponder(Responder responder, RandomGenerator random) {
    this.responder = responder;
    this.random = random;
    this.zone = responder.answers();
  }

  /** The last answer; only as many octets as {@link #respond} returned. */
  byte[] answer() {
    return answer;
  }

  /**
   * Answers a message.
   *
   * @param length the number of octets of {@code query} that are the message
   * @return the number of octets of the answer; 0 if there is none
   */
  int respond(byte[] query, int length, InetAddress source) {
    ZoneAnswers current = responder.answers();
    if (current != zone) {
      zone = current;
      compiled.clear();
    }
    if (plain.read(query, length)) {
      CompiledAnswers.Entry entry = find(source);
      if (entry == null) {
        compile(source);
        entry = find(source);
      }
      if (entry != null && entry.answer != null) {
        return write(query, entry, entry.answer);
      }
    }
    Optional<byte[]> other = responder.respond(Arrays.copyOf(query, length), source, false);
    other.ifPresent(octets -> System.arraycopy(octets, 0, answer, 0, octets.length));
    return other.map(octets -> octets.length).orElse(0);
  }

  private CompiledAnswers.@Nullable Entry find(InetAddress source) {
    CompiledAnswers.Entry entry = compiled.find(plain, source);
    return entry != null && entry.isLocated ? compiled.findByClient(plain, source) : entry;
  }

  private void compile(InetAddress source) {
    Record question = question();
    if (!Responder.isAnswered(zone, question)) {
      return;
    }
    Optional<DnsName> asked = WireNames.read(question.getName());
    if (asked.isEmpty() || plain.type == Type.ANY) {
      compiled.add(plain, source, null);
      return;
    }
    ClientSource.Located located =
        plain.hasSubnet
            ? responder.clients().locate(plain.subnet(), plain.prefix)
            : responder.clients().locate(source, source.getAddress().length * Byte.SIZE);
    Replies replies = zone.replies(asked.get(), plain.type, located.client());
    CompiledAnswer made = replies.compiled(question, WireNames.of(asked.get())).orElse(null);
    if (replies.isLocated()) {
      compiled.addByClient(plain, source, made, located.prefix());
    } else {
      compiled.add(plain, source, made);
    }
  }

  private Record question() {
    try {
      Name name = new Name(Arrays.copyOf(plain.name, plain.nameLength));
      return Record.newRecord(name, plain.type, DClass.IN);
    } catch (IOException e) {
      throw new IllegalStateException(e); // it was read as a name
    }
  }

  private int write(byte[] query, CompiledAnswers.Entry entry, CompiledAnswer drawn) {
    System.arraycopy(query, 0, answer, 0, plain.end);
    answer[2] |= (byte) QR;
    int end = drawn.write(random, answer, plain.end, order, chosen);
    int most = plain.hasOpt ? Responder.size(plain.payload) : Responder.PLAIN_SIZE;
    if (end + optSize() > most) {
      answer[2] |= (byte) TC;
      Arrays.fill(answer, COUNTS, HEADER, (byte) 0);
      end = plain.end;
    }
    return plain.hasOpt ? writeOpt(query, entry, end) : end;
  }

  private int optSize() {
    return plain.hasOpt ? PlainQuery.OPT + (plain.hasSubnet ? subnetSize() : 0) : 0;
  }

  private int subnetSize() {
    return PlainQuery.OPTION + (plain.prefix + Byte.SIZE - 1) / Byte.SIZE;
  }

  private int writeOpt(byte[] query, CompiledAnswers.Entry entry, int from) {
    int options = plain.hasSubnet ? subnetSize() : 0;
    write(HEADER - 2, PlainQuery.number(answer, HEADER - 2) + 1);
    answer[from] = 0; // the name of the root
    write(from + 1, OPT);
    write(from + 3, Responder.UDP_SIZE);
    write(from + 5, 0); // extended RCODE and version
    answer[from + 7] = (byte) (query[plain.end + 7] & DNSSEC_OK);
    answer[from + 8] = 0;
    write(from + 9, options);
    int option = from + PlainQuery.OPT;
    if (plain.hasSubnet) {
      System.arraycopy(query, plain.option, answer, option, options);
      answer[option + 7] =
          (byte) (entry.isLocated ? zone.scope(entry.decided, plain.prefix, plain.isIpv4) : 0);
    }
    return option + options;
  }

  private void write(int at, int value) {
    answer[at] = (byte) (value >> Byte.SIZE);
    answer[at + 1] = (byte) value;
  }
}
