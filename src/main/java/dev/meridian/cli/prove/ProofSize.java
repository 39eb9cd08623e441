package dev.meridian.cli.prove;

import dev.meridian.cli.option.BadInput;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToLongFunction;

/**
 * The number of answers that a proof checks. It grows very fast with the number of failures: 30
 * endpoints have 466 failures of up to 2 of them, and 53,009,102 of up to 10.
 *
 * @param answers by the number of endpoints that can fail together; {@link Long#MAX_VALUE} if there
 *     are more
 * @param times how often the proof is repeated with other weights
 */
public record ProofSize(IntToLongFunction answers, int times) {
  /** About two minutes on a slow machine. */
  public static final long MOST = 20_000_000;

  /**
   * The number for this many failures.
   *
   * @throws BadInput if it is more than {@link #MOST}
   */
  public long require(int failures) throws BadInput {
    long all = of(failures);
    if (all <= MOST) {
      return all;
    }
    int fewer = failures;
    while (fewer > 0 && of(fewer) > MOST) {
      fewer--;
    }
    String what =
        "a proof with failures of up to "
            + failures
            + " endpoints checks "
            + (all == Long.MAX_VALUE ? "more than " + number(MOST) : number(all))
            + " answers; at most "
            + number(MOST)
            + " are possible";
    String fix =
        of(fewer) > MOST
            ? "declare fewer names, CIDR blocks, or endpoints in one file"
            : "allow fewer failures, such as --failures "
                + fewer
                + ", which checks "
                + number(of(fewer))
                + " answers";
    throw new BadInput(
        List.of(new Diagnostic(SourceLocation.wholeFile("--failures"), "", what, fix)));
  }

  /** The number for this many failures; {@link Long#MAX_VALUE} if there are more. */
  public long of(int failures) {
    long once = answers.applyAsLong(failures);
    return once > Long.MAX_VALUE / times ? Long.MAX_VALUE : once * times;
  }

  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
