package dev.meridian.catalog;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** The Availability Zones of the AWS Regions; {@code availability-zones.csv} has the sources. */
public final class AvailabilityZones {

  private AvailabilityZones() {}

  /**
   * The zones whose AZ IDs begin with {@code prefix}.
   *
   * @param prefix an AZ ID up to its last hyphen, such as {@code use1}
   */
  public static Optional<RegionZones> byPrefix(String prefix) {
    return Loaded.ZONES.byCode(prefix);
  }

  public static List<RegionZones> all() {
    return Loaded.ZONES.all();
  }

  /** Every prefix that is known. */
  public static SortedSet<String> prefixes() {
    return Loaded.ZONES.codes();
  }

  private static RegionZones zones(NamedCsvRecord row) {
    String prefix = row.getField("prefix");
    String group = row.getField("group");
    return new RegionZones(
        prefix,
        row.getField("region"),
        Stream.of(row.getField("numbers").split(" ")).map(n -> prefix + "-az" + n).toList(),
        group.isEmpty() ? Optional.empty() : Optional.of(group));
  }

  /** Read when first used, by the rules of class initialization. */
  private static final class Loaded {
    static final Table<RegionZones> ZONES =
        Table.read("availability-zones.csv", AvailabilityZones::zones, RegionZones::prefix);
  }
}
