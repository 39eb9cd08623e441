package dev.meridian.model;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * The location of the resource of a geoproximity record set.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_GeoProximityLocation.html">API
 *     GeoProximityLocation</a>
 */
public sealed interface GeoproximityLocation {

  /** Calls the method for this type. Java 17 cannot switch over a sealed type. */
  <R> R accept(Cases<R> cases);

  /** One method per kind of location. */
  interface Cases<R> {
    R inRegion(InRegion location);

    R inLocalZoneGroup(InLocalZoneGroup location);

    R at(At location);
  }

  /** An AWS region, such as {@code eu-west-1}. */
  record InRegion(String region) implements GeoproximityLocation {
    public InRegion {
      RegionCode.check(region);
    }

    @Override
    public String code() {
      return region;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.inRegion(this);
    }
  }

  /** An AWS Local Zone group, such as {@code us-east-1-bos-1}. */
  record InLocalZoneGroup(String group) implements GeoproximityLocation {
    private static final Pattern FORM =
        Pattern.compile("[a-z]{2,4}(?:-[a-z]+)++-[0-9]{1,2}-[a-z]+-[0-9]+");

    public InLocalZoneGroup {
      if (!FORM.matcher(group).matches()) {
        throw new InvalidValue(
            "\"" + group + "\" is not a Local Zone group", "write a group such as us-east-1-bos-1");
      }
    }

    @Override
    public String code() {
      return group;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.inLocalZoneGroup(this);
    }
  }

  /**
   * A point on Earth in degrees, with at most two decimals (about 1.1 km).
   *
   * @param latitude -90..90, north is positive
   * @param longitude -180..180, east is positive
   */
  record At(BigDecimal latitude, BigDecimal longitude) implements GeoproximityLocation {
    private static final int MAX_DECIMALS = 2;

    public At {
      latitude = checked("latitude", latitude, 90);
      longitude = checked("longitude", longitude, 180);
    }

    public static void checkLatitude(BigDecimal latitude) {
      checked("latitude", latitude, 90);
    }

    public static void checkLongitude(BigDecimal longitude) {
      checked("longitude", longitude, 180);
    }

    private static BigDecimal checked(String noun, BigDecimal degrees, int most) {
      BigDecimal plain = degrees.signum() == 0 ? BigDecimal.ZERO : degrees.stripTrailingZeros();
      if (plain.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
        throw new InvalidValue(
            noun + " " + degrees.toPlainString() + " is outside -" + most + ".." + most,
            "write degrees; north and east are positive");
      }
      if (plain.scale() > MAX_DECIMALS) {
        throw new InvalidValue(
            noun + " " + degrees.toPlainString() + " has more than two decimals",
            "round to two decimals (hundredths of a degree)");
      }
      return plain.setScale(Math.max(plain.scale(), 0));
    }

    @Override
    public String code() {
      return latitude.toPlainString() + "," + longitude.toPlainString();
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.at(this);
    }
  }

  /** The short form of this place; equal places have equal codes. */
  String code();
}
