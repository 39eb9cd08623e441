package dev.meridian.declaration.value;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.catalog.Countries;
import dev.meridian.declaration.DeclaredClient;
import dev.meridian.declaration.DeclaredClient.Point;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlTree;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.KeyPath;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.GeoLocation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a client: a country, a US state, an address or a block, an AWS region, {@code
 * latitude:longitude}, {@code unmapped}, or several of these joined with {@code +}.
 */
public final class ClientReader {
  private static final String UNMAPPED = "unmapped";
  private static final Pattern POINT =
      Pattern.compile("([-+]?[0-9]{1,3}(?:\\.[0-9]+)?):([-+]?[0-9]{1,3}(?:\\.[0-9]+)?)");
  private static final Pattern NUMERIC = Pattern.compile("[0-9a-fA-F]*[.:][0-9a-fA-F.:/]*|.*/.*");

  private static final Pattern NO_PLACE = Pattern.compile("(?!UK|EL)[A-Z]{2}|[a-z][a-z0-9-]{2,}");

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
    return Optional.of(client);
  }

  private static boolean contradicts(DeclaredClient before, DeclaredClient after) {
    return changed(before.location(), after.location())
        || changed(before.address(), after.address())
        || changed(before.region(), after.region())
        || changed(before.point(), after.point());
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
      return point(value, point)
          .map(p -> with(known, known.location(), known.address(), known.region(), p));
    }
    if (NUMERIC.matcher(part).matches()) {
      return SubnetReader.read(value, part)
          .map(a -> with(known, known.location(), a, known.region(), known.point()));
    }
    if (AwsRegions.byCode(part).isPresent()) {
      return Optional.of(with(known, known.location(), known.address(), part, known.point()));
    }
    return location(value, part)
        .map(l -> with(known, l, known.address(), known.region(), known.point()));
  }

  private static DeclaredClient with(
      DeclaredClient known,
      @Nullable GeoLocation location,
      @Nullable String address,
      @Nullable String region,
      @Nullable Point point) {
    return new DeclaredClient(known.text(), location, address, region, point);
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
              + " AWS region, latitude:longitude, or unmapped");
    }
    return GeoLocationReader.read(value, code);
  }
}
