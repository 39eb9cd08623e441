package dev.meridian.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The routing fields of a record set in the flat form of Route 53's API. A record set has at most
 * one of them.
 *
 * @param failover {@code PRIMARY} or {@code SECONDARY}
 * @param multivalue false means the same as null
 */
public record ApiRouting(
    @Nullable Long weight,
    @Nullable String region,
    @Nullable String failover,
    @Nullable Boolean multivalue,
    @Nullable Geo geo,
    @Nullable Geoproximity geoproximity,
    @Nullable Cidr cidr,
    @Nullable AzAffinity azAffinity) {
  /** What a routing policy that Meridian does not know means for the answers. */
  public static final String EFFECT = "the answers of its name are not known";

  static final String EXPECTED =
      "Expected exactly one of [Weight, Region, Failover, GeoLocation, or MultiValueAnswer]";

  /** No field at all: a simple record set. */
  public static final ApiRouting NONE =
      new ApiRouting(null, null, null, null, null, null, null, null);

  /**
   * API GeoLocation: a continent, or a country, or a country and its subdivision.
   *
   * @param country {@code *} for the default
   */
  public record Geo(
      @Nullable String continent, @Nullable String country, @Nullable String subdivision) {

    GeoLocation toLocation() {
      if (continent != null && (country != null || subdivision != null)) {
        throw new InvalidValue(
            "the location has a continent and a country or a subdivision", "keep one of them");
      }
      if (continent == null && country == null) {
        throw new InvalidValue(
            "the location has neither a continent nor a country", "name a continent or a country");
      }
      try {
        return known();
      } catch (InvalidValue e) {
        throw InvalidValue.notKnownYet("the geolocation " + text(), EFFECT);
      }
    }

    /** The location, if Meridian knows its codes. */
    private GeoLocation known() {
      if (continent != null) {
        return new GeoLocation.Continent(continent);
      }
      String code = Objects.requireNonNull(country);
      if (subdivision == null) {
        return code.equals("*") ? new GeoLocation.Default() : new GeoLocation.Country(code);
      }
      if (!code.equals("US")) {
        throw new InvalidValue("only states of the US are known", "use the country");
      }
      return new GeoLocation.UsState(subdivision);
    }

    private String text() {
      return Stream.of(continent, country, subdivision)
          .filter(Objects::nonNull)
          .collect(Collectors.joining("-"));
    }
  }

  /**
   * API GeoProximityLocation.
   *
   * @param bias null for 0
   */
  public record Geoproximity(
      @Nullable String awsRegion,
      @Nullable String localZoneGroup,
      @Nullable Coordinates coordinates,
      @Nullable Long bias) {

    RoutingPolicy toPolicy() {
      long kinds =
          Stream.of(awsRegion, localZoneGroup, coordinates).filter(Objects::nonNull).count();
      if (kinds != 1) {
        throw new InvalidValue(
            "expected exactly one of AWSRegion, LocalZoneGroup and Coordinates, but found " + kinds,
            "name one place");
      }
      GeoproximityLocation location =
          awsRegion != null
              ? new GeoproximityLocation.InRegion(awsRegion)
              : localZoneGroup != null
                  ? new GeoproximityLocation.InLocalZoneGroup(localZoneGroup)
                  : Objects.requireNonNull(coordinates).toLocation();
      return new RoutingPolicy.Geoproximity(location, bias == null ? 0 : whole("bias", bias));
    }
  }

  /**
   * API Coordinates: degrees as text, with at most two decimals.
   *
   * @param latitude required by the API; null if it is missing
   * @param longitude required by the API; null if it is missing
   */
  public record Coordinates(@Nullable String latitude, @Nullable String longitude) {
    private static final Pattern LATITUDE = Pattern.compile("[-+]?[0-9]{1,2}(\\.[0-9]{0,2})?");
    private static final Pattern LONGITUDE = Pattern.compile("[-+]?[0-9]{1,3}(\\.[0-9]{0,2})?");

    GeoproximityLocation toLocation() {
      return new GeoproximityLocation.At(
          degrees(LATITUDE, InvalidValue.required(latitude, "latitude")),
          degrees(LONGITUDE, InvalidValue.required(longitude, "longitude")));
    }

    private static BigDecimal degrees(Pattern form, String text) {
      if (!form.matcher(text).matches()) {
        throw new InvalidValue(
            "\"" + text + "\" is not a coordinate with at most two decimals",
            "round to the nearest hundredth of a degree");
      }
      return new BigDecimal(text);
    }
  }

  /**
   * API CidrRoutingConfig.
   *
   * @param collection the collection's name in the plan; required by the API, null if it is missing
   * @param location required by the API; null if it is missing
   */
  public record Cidr(@Nullable String collection, @Nullable String location) {

    RoutingPolicy toPolicy() {
      return new RoutingPolicy.IpBased(
          InvalidValue.required(collection, "CIDR collection"),
          InvalidValue.required(location, "CIDR location"));
    }
  }

  /**
   * API AZAffinity.
   *
   * @param locationType such as {@code AvailabilityZone}; required by the API, null if it is
   *     missing
   * @param locationId such as {@code use1-az1}; required by the API, null if it is missing
   */
  public record AzAffinity(@Nullable String locationType, @Nullable String locationId) {

    RoutingPolicy toPolicy() {
      String type = InvalidValue.required(locationType, "location type");
      AzLocation location = AzLocation.of(InvalidValue.required(locationId, "location ID"));
      if (!type.equals(location.type())) {
        throw new InvalidValue(
            "its location " + location.code() + " is not of the type " + type,
            "use the location type " + location.type());
      }
      return new RoutingPolicy.AzAffinity(location);
    }
  }

  RoutingPolicy toPolicy() {
    List<RoutingPolicy> policies = present();
    if (policies.size() > 1) {
      throw new InvalidValue(
          "Invalid request: " + EXPECTED + ", but found more than one", "keep one of the policies");
    }
    return policies.isEmpty() ? new RoutingPolicy.Simple() : policies.get(0);
  }

  private List<RoutingPolicy> present() {
    Stream<@Nullable RoutingPolicy> all =
        Stream.of(
            weight == null ? null : new RoutingPolicy.Weighted(whole("weight", weight)),
            region == null ? null : new RoutingPolicy.Latency(region),
            failover == null ? null : new RoutingPolicy.Failover(role(failover)),
            Boolean.TRUE.equals(multivalue) ? new RoutingPolicy.Multivalue() : null,
            geo == null ? null : new RoutingPolicy.Geolocation(geo.toLocation()),
            geoproximity == null ? null : geoproximity.toPolicy(),
            cidr == null ? null : cidr.toPolicy(),
            azAffinity == null ? null : azAffinity.toPolicy());
    return all.filter(Objects::nonNull).toList();
  }

  private static RoutingPolicy.Failover.Role role(String text) {
    return Stream.of(RoutingPolicy.Failover.Role.values())
        .filter(role -> role.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValue(
                    "\"" + text + "\" is not a failover role",
                    "use PRIMARY or SECONDARY, not " + text.toLowerCase(Locale.ROOT)));
  }

  private static int whole(String noun, long number) {
    InvalidValue.outside(
        noun, number, Integer.MIN_VALUE, Integer.MAX_VALUE, "use a smaller number");
    return (int) number;
  }
}
