package dev.meridian.declaration;

import dev.meridian.diagnostic.Origin;
import dev.meridian.model.DnsName;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Outages to rehearse.
 *
 * @param name 1..32 characters: a-z, 0-9 and -, starting with a letter
 * @param names the names that clients ask for, each once, in declared order; empty for every name
 *     with A or AAAA record sets. A wildcard can answer one of them.
 * @param outages at least one, in declared order, which need not be the order in which they begin;
 *     no two of the same word overlap
 * @param length seconds that the drill takes, 1..{@value #MOST_SECONDS}, more than the {@code at}
 *     of each outage; null for the default
 */
public record Drill(
    String name,
    Origin origin,
    List<DnsName> names,
    List<Outage> outages,
    @Nullable Integer length) {
  public static final int MOST_SECONDS = 86_400;

  public Drill {
    names = List.copyOf(names);
    outages = List.copyOf(outages);
  }

  /** The seconds that the drill takes; empty for the default. */
  public OptionalInt duration() {
    return optional(length);
  }

  /**
   * A failure at one time.
   *
   * @param down the regions, endpoints, and health checks that fail, at least one, each once, in
   *     declared order; a health check has the name that it has in AWS
   * @param at seconds after the beginning of the drill, 0..{@value Drill#MOST_SECONDS}
   * @param length seconds until they recover, 1..{@value Drill#MOST_SECONDS}; null if they do not
   *     recover before the drill ends
   */
  public record Outage(List<String> down, int at, @Nullable Integer length, Origin origin) {
    public static final int DEFAULT_AT = 30;

    public Outage {
      down = List.copyOf(down);
    }

    /** The seconds until they recover; empty if they do not recover before the drill ends. */
    public OptionalInt duration() {
      return optional(length);
    }

    /** When they recover, in seconds after the beginning of the drill; empty if they do not. */
    public OptionalInt end() {
      return length == null ? OptionalInt.empty() : OptionalInt.of(at + length);
    }
  }

  private static OptionalInt optional(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
