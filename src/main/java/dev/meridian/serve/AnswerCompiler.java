package dev.meridian.serve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Converts replies to wire format, with the octets that dnsjava writes. */
final class AnswerCompiler {
  /** Pointers to names can't reach beyond (RFC 1035, section 4.1.4). */
  static final int LARGEST = 0x3fff;

  /** Answers to one question that take more memory than this stay with dnsjava. */
  private static final int MOST_MEMORY = 2 << 20;

  /**
   * The types of Route 53 whose values can contain pointers to earlier names, so that their octets
   * depend on the order of the records (RFC 3597, section 4).
   */
  private static final Set<Integer> POINTING =
      Set.of(Type.NS, Type.CNAME, Type.SOA, Type.PTR, Type.MX);

  private static final int HEADER = 12;
  private static final int COUNTS = 6;
  private static final int POINTER = 0xc0;

  /** Type, class, TTL, and the length of the value. */
  private static final int FIXED = 10;

  private AnswerCompiler() {}

  /**
   * Empty if an answer is too large, if its octets depend on the order of its records, if it has
   * additional records, or if it says why it failed.
   *
   * @param own the name of {@code question} as it is in the replies
   */
  static Optional<CompiledAnswer> compile(Replies replies, Record question, Name own) {
    List<CompiledAnswer.Variant> variants = new ArrayList<>();
    int memory = 0;
    for (Drawn drawn : replies.all()) {
      CompiledAnswer.Variant variant =
          drawn instanceof Drawn.Sample sample
              ? sample(sample, question, own)
              : variant((Reply) drawn, question, own, -1);
      if (variant == null) {
        return Optional.empty();
      }
      variants.add(variant);
      memory += variant.size();
      if (memory > MOST_MEMORY) {
        return Optional.empty();
      }
    }
    return Optional.of(new CompiledAnswer(variants, replies.table()));
  }

  private static CompiledAnswer.@Nullable Variant sample(
      Drawn.Sample sample, Record question, Name own) {
    List<Record> all = sample.all().stream().flatMap(List::stream).toList();
    boolean single = sample.all().stream().allMatch(set -> set.size() == 1);
    boolean distinct = new HashSet<>(all).size() == all.size();
    return single && distinct && sample.before().authority().isEmpty()
        ? variant(sample.before().with(all), question, own, sample.size())
        : null;
  }

  /**
   * @param drawn how many records of the last set are in an answer; -1 for all
   */
  private static CompiledAnswer.@Nullable Variant variant(
      Reply reply, Record question, Name own, int drawn) {
    if (reply.rcode() == Rcode.SERVFAIL
        || !reply.additional().isEmpty()
        || reply.answer().stream().anyMatch(set -> points(set))) {
      return null;
    }
    Message message = new Message(0);
    message.addRecord(question, Section.QUESTION);
    Sections.add(message, question, own, reply, UnaryOperator.identity());
    byte[] wire = message.toWire();
    if (wire.length > LARGEST) {
      return null;
    }
    int[] counts = new int[3];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = PlainQuery.number(wire, COUNTS + 2 * i);
    }
    int end = HEADER + question.getName().length() + 4;
    int[] starts = starts(wire, end, counts[0]);
    int[] sets = reply.answer().stream().mapToInt(List::size).toArray();
    int last = sets.length == 0 ? 0 : sets[sets.length - 1];
    if (drawn >= 0) {
      counts[0] -= last - drawn;
    }
    byte[] octets = new byte[wire.length - end];
    System.arraycopy(wire, end, octets, 0, octets.length);
    return new CompiledAnswer.Variant(
        PlainQuery.number(wire, 2), counts, octets, starts, sets, drawn < 0 ? last : drawn);
  }

  private static boolean points(List<Record> set) {
    return set.size() > 1 && POINTING.contains(set.get(0).getType());
  }

  /** Where each record starts, and the last one ends, after the question. */
  private static int[] starts(byte[] wire, int end, int records) {
    int[] starts = new int[records + 1];
    int at = end;
    for (int i = 0; i < records; i++) {
      starts[i] = at - end;
      while (wire[at] != 0 && (wire[at] & POINTER) == 0) {
        at += wire[at] + 1;
      }
      at += (wire[at] == 0 ? 1 : 2) + FIXED;
      at += PlainQuery.number(wire, at - 2);
    }
    starts[records] = at - end;
    return starts;
  }
}
