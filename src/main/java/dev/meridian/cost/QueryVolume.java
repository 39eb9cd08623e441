package dev.meridian.cost;

import dev.meridian.model.DnsName;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many queries the names get.
 *
 * @param byName queries per month by name, for all types together
 * @param others queries per month for each other name; null if it is not known
 * @param isTraffic whether the numbers are requests of the declared traffic
 */
public record QueryVolume(
    SortedMap<DnsName, Double> byName, @Nullable Double others, boolean isTraffic) {
  /** Seconds of a month of 730 hours. */
  private static final double SECONDS = CostLine.HOURS * 3600.0;

  public QueryVolume {
    byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
  }

  /** The declared traffic, if each request per second needs a query. */
  public static QueryVolume ofTraffic(Map<DnsName, Double> traffic) {
    SortedMap<DnsName, Double> monthly = new TreeMap<>();
    traffic.forEach((name, perSecond) -> monthly.put(name, perSecond * SECONDS));
    return new QueryVolume(monthly, null, !monthly.isEmpty());
  }

  /** Queries per month for a name; empty if they are not known. */
  public Optional<Double> of(DnsName name) {
    return Optional.ofNullable(byName.getOrDefault(name, others));
  }
}
