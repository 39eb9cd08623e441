package dev.meridian.declaration.value;

import dev.meridian.catalog.AvailabilityZones;
import dev.meridian.catalog.AwsRegions;
import dev.meridian.catalog.Partition;
import dev.meridian.declaration.yaml.ClosestMatch;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.model.AzLocation;
import dev.meridian.model.InvalidValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Locations of AZ affinity that exist. */
public final class AzLocationReader {

  private AzLocationReader() {}

  /**
   * The location with the LocationId {@code code}, or empty after a problem.
   *
   * @param place where {@code code} is written
   */
  public static Optional<AzLocation> read(YamlNode place, String code) {
    String lower = code.toLowerCase(Locale.ROOT);
    if (!code.equals(lower)) {
      return place.refuse(
          "the location \"" + code + "\" is not in lower case",
          exists(lower) ? "write " + lower : "write the location in lower case");
    }
    Optional<AzLocation> location = place.make(() -> AzLocation.of(code));
    return location.isEmpty() || exists(location.get())
        ? location
        : place.refuse(
            "there is no " + location.get().noun() + " \"" + code + "\"", fix(location.get()));
  }

  private static boolean exists(String code) {
    try {
      return exists(AzLocation.of(code));
    } catch (InvalidValue e) {
      return false;
    }
  }

  /** A zone that AWS has added to a Region since the catalog was made exists too. */
  private static boolean exists(AzLocation location) {
    return location.accept(
        new AzLocation.Cases<Boolean>() {
          @Override
          public Boolean availabilityZone(AzLocation.AvailabilityZone found) {
            return AvailabilityZones.byPrefix(found.prefix()).isPresent();
          }

          @Override
          public Boolean zoneGroup(AzLocation.ZoneGroup found) {
            return AwsRegions.byCode(found.region()).isPresent();
          }

          @Override
          public Boolean inRegion(AzLocation.InRegion found) {
            return AwsRegions.byCode(found.region()).isPresent();
          }

          @Override
          public Boolean inPartition(AzLocation.InPartition found) {
            return partitions().contains(found.partition());
          }

          @Override
          public Boolean global(AzLocation.Global found) {
            return true;
          }
        });
  }

  private static Set<String> partitions() {
    return Arrays.stream(Partition.values())
        .map(Partition::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String fix(AzLocation location) {
    Set<String> known = new TreeSet<>(AwsRegions.codes());
    known.addAll(partitions());
    AvailabilityZones.all()
        .forEach(
            zones -> {
              known.addAll(zones.ids());
              zones.group().ifPresent(known::add);
            });
    return ClosestMatch.of(location.code(), known)
        .map(near -> "did you mean " + near + "?")
        .orElse("write an AZ ID such as use1-az1, us-east-1-zg-1, us-east-1, aws, or global");
  }
}
