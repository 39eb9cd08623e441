package dev.meridian.builder;

import java.util.List;

/** The locations of a CIDR collection, for IP-based routing. Immutable. */
public final class CidrLocations {
  private final Mapping mapping;

  private CidrLocations(Mapping mapping) {
    this.mapping = mapping;
  }

  /** One location and its blocks: IPv4 /1 to /24, IPv6 /1 to /48. */
  public static CidrLocations of(String location, String... blocks) {
    return new CidrLocations(Mapping.EMPTY).and(location, blocks);
  }

  /** Another location. */
  public CidrLocations and(String location, String... blocks) {
    return new CidrLocations(mapping.with(location, List.of(blocks)));
  }

  Mapping mapping() {
    return mapping;
  }
}
