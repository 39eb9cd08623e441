package dev.meridian.serve;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/** The answers that a client can get to a question, each with its chance. */
final class Replies {
  private final List<Drawn> replies;
  private final AliasTable table;
  private final boolean located;
  private boolean isCompiled;
  private @Nullable CompiledAnswer compiled;

  /**
   * @param chances above 0; together 1
   * @param located whether clients elsewhere can get other answers
   */
  Replies(List<Drawn> replies, List<BigFraction> chances, boolean located) {
    this.replies = List.copyOf(replies);
    this.table = new AliasTable(chances);
    this.located = located;
  }

  /** The only answer, wherever the client is. */
  static Replies only(Drawn reply) {
    return new Replies(List.of(reply), List.of(BigFraction.ONE), false);
  }

  /** Whether clients elsewhere can get other answers. */
  boolean isLocated() {
    return located;
  }

  List<Drawn> all() {
    return replies;
  }

  AliasTable table() {
    return table;
  }

  Reply draw(RandomGenerator random) {
    return replies.get(table.draw(random)).draw(random);
  }

  /**
   * The same in wire format; empty if only dnsjava can write it. It is made once, because all
   * questions for a name and type have the same.
   *
   * @param own the name of {@code question} as it is in the replies
   */
  synchronized Optional<CompiledAnswer> compiled(Record question, Name own) {
    if (!isCompiled) {
      compiled = AnswerCompiler.compile(this, question, own).orElse(null);
      isCompiled = true;
    }
    return Optional.ofNullable(compiled);
  }
}
