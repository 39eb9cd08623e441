package dev.meridian.catalog;

import java.util.List;
import java.util.Optional;

/**
 * The Availability Zones of one AWS Region.
 *
 * @param prefix what all AZ IDs of the Region begin with, such as {@code use1}
 * @param region the Region's code
 * @param ids the AZ IDs that AWS lists, such as {@code use1-az1}; AWS may have added others since
 * @param group the zone group of the listed zones, such as {@code us-east-1-zg-1}; empty where it
 *     is not known
 */
public record RegionZones(String prefix, String region, List<String> ids, Optional<String> group) {
  public RegionZones {
    ids = List.copyOf(ids);
  }
}
