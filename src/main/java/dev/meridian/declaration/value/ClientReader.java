package dev.meridian.declaration.value;

import dev.meridian.catalog.AvailabilityZones;
import dev.meridian.catalog.AwsRegions;
import dev.meridian.catalog.Countries;
import dev.meridian.catalog.RegionZones;
import dev.meridian.declaration.DeclaredClient;
import dev.meridian.declaration.DeclaredClient.Point;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlTree;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.KeyPath;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.AzLocation;
import dev.meridian.model.GeoLocation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a client: a country, a US state, an address or a block, an AWS region, an AZ ID, a zone
 * group, {@code latitude:longitude}, {@code unmapped}, or several of these joined with {@code +}.
 */
public final class ClientReader {
  private static final String UNMAPPED = "unmapped";
  private static final Pattern POINT =
      Pattern.compile("([-+]?[0-9]{1,3}(?:\\.[0-9]+)?):([-+]?[0-9]{1,3}(?:\\.[0-9]+)?)");
  private static final Pattern NUMERIC = Pattern.compile("[0-9a-fA-F]*[.:][0-9a-fA-F.:/]*|.*/.*");

  private static final Pattern NO_PLACE = Pattern.compile("(?!UK|EL)[A-Z]{2}|[a-z][a-z0-9-]{2,}");

  /** An AZ ID or a zone group; {@link AzLocationReader} says whether there is one. */
  private static final Pattern ZONE = Pattern.compile("(?i)[a-z0-9-]+-(az|zg-)[0-9]+");

  private ClientReader() {}

  /**
   * Reads the value of a command-line option.
   *
   * @param option the location to report for problems, such as {@code --from}
   */
  public static Optional<DeclaredClient> read(
      String option, String text, Consumer<Diagnostic> diagnostics) {
    YamlTree scalar =
        new YamlTree.Scalar(SourceLocation.wholeFile(option), text, YamlTree.Scalar.Kind.TEXT);
    return read(new YamlNode(scalar, KeyPath.ROOT, diagnostics));
  }

  public static Optional<DeclaredClient> read(YamlNode value) {
    return value.text().flatMap(text -> read(value, text));
  }

  private static Optional<DeclaredClient> read(YamlNode value, String text) {
    DeclaredClient client = DeclaredClient.unknown(text);
    for (String part : List.of(text.split("\\+", -1))) {
      Optional<DeclaredClient> more = part(value, client, part.strip());
      if (more.isEmpty()) {
        return more;
      }
      if (contradicts(client, more.get())) {
        return value.refuse(
            "\"" + text + "\" is not a single client", "separate several clients with commas");
      }
      client = more.get();
    }
    if (client.zone() != null && client.zoneGroup() == null) {
      return value.refuse(
          "the zone group of " + client.zone() + " is not known",
          "add it, such as " + client.zone() + "+" + client.region() + "-zg-1");
    }
    return Optional.of(client);
  }

  private static boolean contradicts(DeclaredClient before, DeclaredClient after) {
    return changed(before.location(), after.location())
        || changed(before.address(), after.address())
        || changed(before.region(), after.region())
        || changed(before.point(), after.point())
        || changed(before.zone(), after.zone())
        || changed(before.zoneGroup(), after.zoneGroup());
  }

  private static boolean changed(@Nullable Object before, @Nullable Object after) {
    return before != null && !before.equals(after);
  }

  private static Optional<DeclaredClient> part(YamlNode value, DeclaredClient known, String part) {
    Matcher point = POINT.matcher(part);
    if (part.equals(UNMAPPED)) {
      return Optional.of(known);
    }
    if (point.matches()) {
      return point(value, point).map(known::withPoint);
    }
    if (NUMERIC.matcher(part).matches()) {
      return SubnetReader.read(value, part).map(known::withAddress);
    }
    if (AwsRegions.byCode(part).isPresent()) {
      return Optional.of(known.withRegion(part));
    }
    if (ZONE.matcher(part).matches()) {
      return AzLocationReader.read(value, part).map(location -> in(location, known));
    }
    return location(value, part).map(known::withLocation);
  }

  /** Who is in a zone or a zone group is in its Region too. */
  private static DeclaredClient in(AzLocation location, DeclaredClient known) {
    if (location instanceof AzLocation.ZoneGroup group) {
      return known.withZone(known.zone(), group.name()).withRegion(group.region());
    }
    AzLocation.AvailabilityZone zone = (AzLocation.AvailabilityZone) location;
    RegionZones there = AvailabilityZones.byPrefix(zone.prefix()).orElseThrow();
    String group = there.ids().contains(zone.id()) ? there.group().orElse(null) : null;
    return known
        .withZone(zone.id(), group == null ? known.zoneGroup() : group)
        .withRegion(there.region());
  }

  private static Optional<Point> point(YamlNode value, Matcher point) {
    double latitude = Double.parseDouble(point.group(1));
    double longitude = Double.parseDouble(point.group(2));
    boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    return onEarth
        ? Optional.of(new Point(latitude, longitude))
        : value.refuse(
            "\"" + point.group() + "\" is not a place on Earth",
            "write latitude:longitude in degrees, such as 52.52:13.4");
  }

  /**
   * A code that is both a continent's and a country's means the country, because a client cannot be
   * in a continent without a country.
   */
  private static Optional<GeoLocation> location(YamlNode value, String code) {
    if (Countries.byCode(code).isPresent()) {
      return value.make(() -> new GeoLocation.Country(code));
    }
    if (NO_PLACE.matcher(code).matches() && GeoLocationNames.code(code).isEmpty()) {
      return value.refuse(
          "\"" + code + "\" does not say where a client is",
          "write a country such as DE, a state such as US-CA, a block such as 203.0.113.0/24, an"
              + " AWS region, an AZ ID such as use1-az1, latitude:longitude, or unmapped");
    }
    return GeoLocationReader.read(value, code);
  }
}
