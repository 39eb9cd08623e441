package dev.meridian.resolve;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * How to interpret points on which AWS's documentation is silent or contradicts itself.
 *
 * @param readings the readings that differ from {@link #DOCUMENTED}
 */
public record Interpretation(Set<Reading> readings) {

  /** What AWS documents and, where it is silent, what follows from the documented rules. */
  public static final Interpretation DOCUMENTED = new Interpretation(Set.of());

  /** A reading that is not the default; its text says what the default is. */
  public enum Reading {
    /**
     * Geoproximity stretches by / (1 + bias/100) for a bias below 0, as the guide said until 2023.
     * Default: × (1 - bias/100) for every bias.
     */
    NEGATIVE_BIAS_UNTIL_2023,
    /**
     * A wildcard answers only for names directly below the closest existing name, and never for a
     * name that has names below it (RFC 4592). Default: the closest wildcard above a name without
     * records.
     */
    WILDCARDS_RFC_4592,
    /**
     * {@code x} does not exist if the only names below it are {@code *.x} and names below that (the
     * guide's page on names). Default: it exists without records (RFC 4592 2.2.2).
     */
    WILDCARD_PARENT_NXDOMAIN,
    /**
     * The record of a client's CIDR location answers even if it is unhealthy. Default: the record
     * of the next shorter matching block, then that of the default location.
     */
    CIDR_WITHOUT_FALLBACK,
    /**
     * A weighted group is unhealthy for an alias if its only healthy records have weight 0 and
     * others have more. Default: it is healthy.
     */
    ZERO_WEIGHT_GROUP_UNHEALTHY,
    /**
     * For an alias to a geolocation, IP-based, or AZ affinity group, every record counts. Default:
     * those that match the client.
     */
    LOCATED_GROUP_ALL_RECORDS,
    /** A simple record's health check has no effect. Default: it counts for aliases to it. */
    SIMPLE_RECORD_CHECK_IGNORED;

    /** The name of the reading in options, such as {@code wildcards-rfc-4592}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Interpretation {
    EnumSet<Reading> copy = EnumSet.noneOf(Reading.class);
    copy.addAll(readings);
    readings = Collections.unmodifiableSet(copy);
  }

  /** This interpretation with more readings that differ. */
  public Interpretation with(Reading... more) {
    EnumSet<Reading> all = EnumSet.noneOf(Reading.class);
    all.addAll(readings);
    all.addAll(Arrays.asList(more));
    return new Interpretation(all);
  }

  boolean has(Reading reading) {
    return readings.contains(reading);
  }
}
