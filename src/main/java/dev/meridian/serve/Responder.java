package dev.meridian.serve;

import dev.meridian.model.DnsName;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.ClientSubnetOption;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.HINFORecord;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Answers DNS messages: the rules of the protocol around {@link ZoneAnswers}. It has no sockets, so
 * UDP and TCP differ only in the size of the answer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1035">RFC 1035</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6891">RFC 6891</a>, EDNS
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7871">RFC 7871</a>, client subnet
 */
final class Responder {
  /** The size of an answer over UDP without EDNS (RFC 1035, section 4.2.1). */
  static final int PLAIN_SIZE = 512;

  /** A size that does not fragment, which operators agreed on for DNS Flag Day 2020. */
  static final int UDP_SIZE = 1232;

  static final int TCP_SIZE = 65_535;
  private static final int HEADER = 12;
  private static final int RESPONSE = 0x80;
  private static final int OPCODE_SHIFT = 3;
  private static final int OPCODE_MASK = 0xf;

  /** The bits of an RCODE in the header; EDNS has the rest (RFC 6891, section 6.1.3). */
  private static final int RCODE_BITS = 4;

  private static final int IPV4_BYTES = 4;
  private static final int HINFO_TTL = 3600;

  private final ClientSource clients;
  private final RandomGenerator random;
  private volatile ZoneAnswers answers;

  Responder(Served served, ClientSource clients, RandomGenerator random) {
    this.answers = new ZoneAnswers(served);
    this.clients = clients;
    this.random = random;
  }

  /** From now on, answers from this. */
  void serve(Served served) {
    answers = new ZoneAnswers(served);
  }

  /**
   * The answer to a message.
   *
   * @param tcp whether it came over TCP, so that the answer can have up to 65,535 octets
   * @return empty if there is no answer, because it is not a question
   */
  Optional<byte[]> respond(byte[] query, InetAddress source, boolean tcp) {
    if (query.length < HEADER || (query[2] & RESPONSE) != 0) {
      return Optional.empty();
    }
    int opcode = (query[2] >> OPCODE_SHIFT) & OPCODE_MASK;
    if (opcode != Opcode.QUERY) {
      return Optional.of(failure(query, Rcode.NOTIMP));
    }
    Message message;
    try {
      message = new Message(query);
    } catch (IOException | RuntimeException e) {
      return Optional.of(failure(query, Rcode.FORMERR));
    }
    return Optional.of(new Exchange(message, source, tcp).answer());
  }

  /** An answer with the ID and opcode of the question, and nothing else. */
  static byte[] failure(byte[] query, int rcode) {
    byte[] answer = new byte[HEADER];
    answer[0] = query[0];
    answer[1] = query[1];
    answer[2] = (byte) ((query[2] & 0x79) | RESPONSE); // opcode and RD
    answer[3] = (byte) rcode;
    return answer;
  }

  /** What this answers from now. */
  ZoneAnswers answers() {
    return answers;
  }

  ClientSource clients() {
    return clients;
  }

  /** Whether a question gets an answer, and not REFUSED. */
  static boolean isAnswered(ZoneAnswers zone, Record question) {
    return question.getDClass() == DClass.IN
        && switch (question.getType()) {
          case Type.AXFR, Type.IXFR, Type.MAILA, Type.MAILB -> false;
          default -> zone.contains(question.getName());
        };
  }

  /** The largest answer over UDP to a client that can read so many octets. */
  static int size(int payload) {
    return Math.min(Math.max(payload, PLAIN_SIZE), UDP_SIZE);
  }

  /** One question and its answer. */
  private final class Exchange {
    private final Message query;
    private final InetAddress source;
    private final boolean tcp;
    private final @Nullable OPTRecord opt;
    private final List<EDNSOption> options = new ArrayList<>();
    private final ZoneAnswers zone = answers;
    private final Message response;

    Exchange(Message query, InetAddress source, boolean tcp) {
      this.query = query;
      this.source = source;
      this.tcp = tcp;
      this.opt = query.getOPT();
      this.response = new Message(query.getHeader().getID());
      Header header = response.getHeader();
      header.setFlag(Flags.QR);
      if (query.getHeader().getFlag(Flags.RD)) {
        header.setFlag(Flags.RD);
      }
    }

    byte[] answer() {
      fill();
      return wire();
    }

    private void fill() {
      boolean several =
          query.getSection(Section.ADDITIONAL).stream()
                  .filter(record -> record.getType() == Type.OPT)
                  .count()
              > 1;
      if (query.getHeader().getCount(Section.QUESTION) != 1 || several) {
        fail(Rcode.FORMERR);
        return;
      }
      Record question = query.getQuestion();
      if (question == null) { // truncated, as its TC flag says
        fail(Rcode.FORMERR);
        return;
      }
      response.addRecord(question, Section.QUESTION);
      if (opt != null && opt.getVersion() > 0) {
        fail(Rcode.BADVERS);
        return;
      }
      if (!isAnswered(zone, question)) {
        fail(Rcode.REFUSED);
        return;
      }
      ClientSource.Located located = located();
      if (located == null) {
        fail(Rcode.FORMERR);
        return;
      }
      fill(question, zone.asked(question.getName()), located);
    }

    private void fill(Record question, DnsName asked, ClientSource.Located located) {
      int type = question.getType();
      if (type == Type.ANY && zone.exists(asked)) {
        response.getHeader().setFlag(Flags.AA);
        response.addRecord(
            new HINFORecord(question.getName(), DClass.IN, HINFO_TTL, "RFC8482", ""),
            Section.ANSWER);
        subnet(located, false);
        return;
      }
      Replies replies = zone.replies(asked, type, located.client());
      Reply reply;
      synchronized (random) {
        reply = replies.draw(random);
        Sections.add(response, question, WireNames.of(asked), reply, this::shuffled);
      }

      if (reply.rcode() == Rcode.SERVFAIL && opt != null) {
        options.add(
            new ExtendedErrorCodeOption(
                ExtendedErrorCodeOption.OTHER, "the answer is not known: record sets are missing"));
      }
      subnet(located, replies.isLocated());
    }

    /** Route 53 returns the values of a record set in any order. */
    private List<Record> shuffled(List<Record> set) {
      List<Record> order = new ArrayList<>(set);
      for (int i = order.size() - 1; i > 0; i--) {
        Collections.swap(order, i, random.nextInt(i + 1));
      }
      return order;
    }

    /** Who asks; null if the client subnet is malformed. */
    private ClientSource.@Nullable Located located() {
      ClientSubnetOption subnet = option();
      if (subnet == null) {
        return clients.locate(source, source.getAddress().length * Byte.SIZE);
      }
      boolean fits = subnet.getScopePrefixLength() == 0;
      return fits ? clients.locate(subnet.getAddress(), subnet.getSourcePrefixLength()) : null;
    }

    private @Nullable ClientSubnetOption option() {
      return opt == null
          ? null
          : opt.getOptions(EDNSOption.Code.CLIENT_SUBNET).stream()
              .filter(ClientSubnetOption.class::isInstance)
              .map(ClientSubnetOption.class::cast)
              .findFirst()
              .orElse(null);
    }

    /** Says for which clients the answer is (RFC 7871, section 7.2.1). */
    private void subnet(ClientSource.Located located, boolean isLocated) {
      ClientSubnetOption asked = option();
      if (asked != null) {
        int bits = asked.getSourcePrefixLength();
        boolean isIpv4 = asked.getAddress().getAddress().length == IPV4_BYTES;
        int scope = isLocated ? zone.scope(located.prefix(), bits, isIpv4) : 0;
        options.add(
            new ClientSubnetOption(asked.getSourcePrefixLength(), scope, asked.getAddress()));
      }
    }

    private void fail(int rcode) {
      response.getHeader().setRcode(rcode & OPCODE_MASK);
      extended = rcode >> RCODE_BITS;
    }

    private int extended;

    private void addOpt() {
      if (opt != null) {
        response.addRecord(
            new OPTRecord(UDP_SIZE, extended, 0, opt.getFlags() & 0x8000, options),
            Section.ADDITIONAL);
      }
    }

    private byte[] wire() {
      addOpt();
      int most = tcp ? TCP_SIZE : opt == null ? PLAIN_SIZE : size(opt.getPayloadSize());
      byte[] whole = response.toWire();
      if (whole.length <= most) {
        return whole;
      }
      response.getHeader().setFlag(Flags.TC);
      response.removeAllRecords(Section.ANSWER);
      response.removeAllRecords(Section.AUTHORITY);
      response.removeAllRecords(Section.ADDITIONAL);
      addOpt();
      return response.toWire();
    }
  }
}
