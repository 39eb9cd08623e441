package dev.meridian.model;

import java.util.regex.Pattern;

/**
 * Which clients an AZ affinity record set is for, from one Availability Zone to everybody.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_AZAffinity.html">API
 *     AZAffinity</a>
 */
public sealed interface AzLocation {

  /** Java 17 cannot switch over a sealed type; a case that is missing here does not compile. */
  <R> R accept(Cases<R> cases);

  /** One method per kind of location, the most specific first. */
  interface Cases<R> {
    R availabilityZone(AvailabilityZone location);

    R zoneGroup(ZoneGroup location);

    R inRegion(InRegion location);

    R inPartition(InPartition location);

    R global(Global location);
  }

  /** The API's LocationId, such as {@code use1-az1}; no two locations have the same one. */
  String code();

  /** The API's LocationType, such as {@code AvailabilityZone}. */
  default String type() {
    return accept(Type.OF).word;
  }

  /** What messages call the type, such as {@code zone group}. */
  default String noun() {
    return accept(Type.OF).noun;
  }

  /** 0 for the most specific type, a zone, to 4 for the least specific, global. */
  default int rank() {
    return accept(Type.OF).rank;
  }

  /** The API's location types, the most specific first. */
  enum Type {
    AVAILABILITY_ZONE(0, "AvailabilityZone", "Availability Zone"),
    ZONE_GROUP(1, "AvailabilityZoneGroup", "zone group"),
    REGION(2, "Region", "AWS region"),
    PARTITION(3, "Partition", "partition"),
    GLOBAL(4, "Global", "location");

    private static final Cases<Type> OF =
        new Cases<>() {
          @Override
          public Type availabilityZone(AvailabilityZone location) {
            return AVAILABILITY_ZONE;
          }

          @Override
          public Type zoneGroup(ZoneGroup location) {
            return ZONE_GROUP;
          }

          @Override
          public Type inRegion(InRegion location) {
            return REGION;
          }

          @Override
          public Type inPartition(InPartition location) {
            return PARTITION;
          }

          @Override
          public Type global(Global location) {
            return GLOBAL;
          }
        };

    private final int rank;
    private final String word;
    private final String noun;

    Type(int rank, String word, String noun) {
      this.rank = rank;
      this.word = word;
      this.noun = noun;
    }
  }

  /**
   * The location with a LocationId. The forms of the five kinds do not overlap.
   *
   * @throws InvalidValue if the text has none of the forms
   */
  static AzLocation of(String code) {
    if (code.equals(Global.ID)) {
      return new Global();
    }
    if (AvailabilityZone.FORM.matcher(code).matches()) {
      return new AvailabilityZone(code);
    }
    if (ZoneGroup.FORM.matcher(code).matches()) {
      return new ZoneGroup(code);
    }
    if (InPartition.FORM.matcher(code).matches()) {
      return new InPartition(code);
    }
    if (RegionCode.isOne(code)) {
      return new InRegion(code);
    }
    throw new InvalidValue(
        "\"" + code + "\" is not a location of AZ affinity",
        "write an AZ ID such as use1-az1, a zone group such as us-east-1-zg-1, an AWS region, a"
            + " partition such as aws, or global, all in lower case");
  }

  private static void check(Pattern form, String code, String noun, String example) {
    if (!form.matcher(code).matches()) {
      throw new InvalidValue(
          "\"" + code + "\" is not " + noun, "write one such as " + example + ", in lower case");
    }
  }

  /**
   * One Availability Zone.
   *
   * @param id its AZ ID, such as {@code use1-az1}: not its name, which differs between accounts,
   *     and not the ID of a Local Zone
   */
  record AvailabilityZone(String id) implements AzLocation {
    static final Pattern FORM = Pattern.compile("[a-z]+(-[a-z]+)?[1-9][0-9]?-az[1-9][0-9]?");

    public AvailabilityZone {
      check(FORM, id, "an AZ ID", "use1-az1");
    }

    /** What all AZ IDs of a Region begin with, such as {@code use1}. */
    public String prefix() {
      return id.substring(0, id.lastIndexOf('-'));
    }

    @Override
    public String code() {
      return id;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.availabilityZone(this);
    }
  }

  /**
   * A group of Availability Zones in one Region.
   *
   * @param name such as {@code us-east-1-zg-1}; not the group of a Local Zone
   */
  record ZoneGroup(String name) implements AzLocation {
    static final Pattern FORM = Pattern.compile("(.+)-zg-[1-9][0-9]?");

    public ZoneGroup {
      check(FORM, name, "a zone group", "us-east-1-zg-1");
      RegionCode.check(regionOf(name));
    }

    /** The code of the Region that the group belongs to. */
    public String region() {
      return regionOf(name);
    }

    private static String regionOf(String name) {
      return name.substring(0, name.lastIndexOf("-zg-"));
    }

    @Override
    public String code() {
      return name;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.zoneGroup(this);
    }
  }

  /** A whole Region, by its code, such as {@code us-east-1}. */
  record InRegion(String region) implements AzLocation {
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

  /** A whole partition, such as {@code aws} or {@code aws-us-gov}. */
  record InPartition(String partition) implements AzLocation {
    static final Pattern FORM = Pattern.compile("aws(?:-[a-z]+)*+");

    public InPartition {
      check(FORM, partition, "a partition", "aws");
    }

    @Override
    public String code() {
      return partition;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.inPartition(this);
    }
  }

  /** Everybody, and the only location of clients whose zone Route 53 does not know. */
  record Global() implements AzLocation {
    public static final String ID = "global";

    @Override
    public String code() {
      return ID;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.global(this);
    }
  }
}
