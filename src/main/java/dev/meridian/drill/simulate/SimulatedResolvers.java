package dev.meridian.drill.simulate;

import dev.meridian.resolve.analysis.ClientLocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The world's resolvers, and how many people are behind each cache entry.
 *
 * <p>Each location has resolvers in proportion to its people, and at least one. Their sizes follow
 * Zipf's law: the second largest of a location has half of the people that the largest has, the
 * third a third, and so on.
 */
final class SimulatedResolvers {
  /**
   * Entries that a resolver that sends the client subnet has for one name; its people are divided
   * into them equally.
   */
  static final int SUBNETS = 8;

  /** All people; a power of two, large enough for the smallest resolver of the smallest country. */
  private static final double PEOPLE = 1L << 40;

  private final List<ClientLocation> locations;
  private final List<long[]> shared = new ArrayList<>();
  private final List<long[]> bySubnet = new ArrayList<>();
  private long people;
  private long withSubnet;
  private int count;

  SimulatedResolvers(List<ClientLocation> population, SimulationSettings settings) {
    locations = population.stream().filter(location -> location.share() > 0).toList();
    for (int n : counts(settings.resolvers())) {
      double zipf = 0;
      for (int rank = 1; rank <= n; rank++) {
        zipf += 1.0 / rank;
      }
      double largest = locations.get(shared.size()).share() * PEOPLE / zipf;
      long[] sizes = new long[n];
      for (int rank = 1; rank <= n; rank++) {
        sizes[rank - 1] = Math.max(SUBNETS, Math.round(largest / rank));
      }
      shared.add(sizes);
      bySubnet.add(split(sizes, settings.clientSubnetShare()));
      count += n;
    }
  }

  /** The number in each location, by largest remainder (Hamilton's method). */
  private int[] counts(int resolvers) {
    int[] counts = new int[locations.size()];
    double[] remainders = new double[counts.length];
    int left = resolvers;
    for (int i = 0; i < counts.length; i++) {
      double exact = locations.get(i).share() * resolvers;
      counts[i] = Math.max(1, (int) exact);
      remainders[i] = exact - counts[i];
      left -= counts[i];
    }
    double[] sorted = remainders.clone();
    Arrays.sort(sorted);
    double least = left > 0 && left <= sorted.length ? sorted[sorted.length - left] : 1;
    for (int i = 0; i < counts.length && left > 0; i++) {
      if (remainders[i] >= least) {
        counts[i]++;
        left--;
      }
    }
    return counts;
  }

  /** Chooses the resolvers that send the client subnet so that their people have that share. */
  private long[] split(long[] sizes, double share) {
    long[] entries = new long[sizes.length * SUBNETS];
    int next = 0;
    for (long size : sizes) {
      people += size;
      if (share * people - withSubnet >= size / 2.0) {
        withSubnet += size;
        for (int i = 0; i < SUBNETS; i++) {
          entries[next++] = size * (i + 1) / SUBNETS - size * i / SUBNETS;
        }
      } else {
        entries[next++] = size;
      }
    }
    return Arrays.copyOf(entries, next);
  }

  List<ClientLocation> locations() {
    return locations;
  }

  /**
   * The people behind each cache entry in a location.
   *
   * @param located whether the answer depends on the client; otherwise, its scope is the whole
   *     world, so that resolvers keep it once for everybody (RFC 7871, section 7.3.1)
   */
  long[] entries(int location, boolean located) {
    return (located ? bySubnet : shared).get(location);
  }

  /** The sum of all entries. */
  long people() {
    return people;
  }

  /** The number of resolvers. */
  int count() {
    return count;
  }

  /** The share of the people whose resolver sends the client subnet. */
  double clientSubnetShare() {
    return (double) withSubnet / people;
  }
}
