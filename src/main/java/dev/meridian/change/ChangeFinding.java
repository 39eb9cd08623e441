package dev.meridian.change;

import dev.meridian.resolve.analysis.Interruption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a set of changes does besides what it is meant to do.
 *
 * @param certain whether it happens in any case; otherwise, it depends on the order in which
 *     Terraform runs steps that do not depend on each other, or on what is not known
 * @param subject the name and type, record set, health check, or zone; such as {@code
 *     www.example.com A}
 * @param addresses of the Terraform resources, sorted
 * @param words sentences
 * @param gap how long record sets are missing; null if none is
 */
public record ChangeFinding(
    Kind kind,
    boolean certain,
    String subject,
    List<String> addresses,
    List<String> words,
    @Nullable Gap gap) {

  /** What happens. */
  public enum Kind {
    /** Record sets are missing for a time. */
    MISSING,
    /** Route 53 refuses a change. */
    REFUSED,
    /** A health check is deleted while record sets use it. */
    HEALTH_CHECK,
    /** The hosted zone is deleted or replaced. */
    ZONE,
    /** What happens is not known. */
    NOT_KNOWN;

    /** In lower case with hyphens, such as {@code health-check}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A time in which record sets are missing.
   *
   * @param seconds the usual maximum until all name servers of Route 53 answer as planned
   * @param negativeSeconds for how long resolvers can remember that there is no answer; 0 if
   *     everybody gets an answer meanwhile
   * @param effects what it means to clients, by question
   */
  public record Gap(long seconds, long negativeSeconds, List<Interruption> effects) {
    public Gap {
      effects = List.copyOf(effects);
    }
  }

  public ChangeFinding {
    addresses = addresses.stream().distinct().sorted().toList();
    words = List.copyOf(words);
  }

  /** How long record sets are missing, if any are. */
  public Optional<Gap> interruption() {
    return Optional.ofNullable(gap);
  }
}
