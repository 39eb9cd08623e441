package dev.meridian.declaration;

/**
 * How many record sets of a hosted zone one apply may update, and how many it may delete, before
 * {@code --force} is needed.
 *
 * @param percent of the record sets that the zone has before the apply, 0..100; 100 means that
 *     there is no limit
 * @param from the number of record sets, 1..10000, from which a zone is guarded
 */
public record ChangeLimits(int percent, int from) {
  /**
   * octoDNS's defaults: 30 % of 10 record sets or more.
   *
   * @see <a href="https://github.com/octodns/octodns/blob/main/octodns/provider/plan.py">octoDNS,
   *     Plan.raise_if_unsafe</a>
   */
  public static final ChangeLimits STANDARD = new ChangeLimits(30, 10);

  /** The most record sets of a hosted zone unless AWS raises the quota. */
  public static final int MOST_RECORD_SETS = 10_000;

  private static final int ALL = 100;

  /** Without a limit. */
  public static final ChangeLimits OFF = new ChangeLimits(ALL, STANDARD.from());

  public ChangeLimits {
    if (percent < 0 || percent > ALL || from < 1 || from > MOST_RECORD_SETS) {
      throw new IllegalArgumentException("no limit: " + percent + " % from " + from);
    }
  }

  public boolean isOff() {
    return percent == ALL;
  }
}
