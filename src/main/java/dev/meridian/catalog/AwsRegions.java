package dev.meridian.catalog;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** The AWS Regions that Route 53 supports, in the order of their codes. */
public final class AwsRegions {

  private AwsRegions() {}

  public static Optional<AwsRegion> byCode(String code) {
    return Loaded.REGIONS.byCode(code);
  }

  public static List<AwsRegion> all() {
    return Loaded.REGIONS.all();
  }

  public static SortedSet<String> codes() {
    return Loaded.REGIONS.codes();
  }

  private static AwsRegion region(NamedCsvRecord row) {
    return new AwsRegion(
        row.getField("code"),
        row.getField("city"),
        Double.parseDouble(row.getField("latitude")),
        Double.parseDouble(row.getField("longitude")),
        optional(row.getField("alb_zone_id")),
        optional(row.getField("nlb_zone_id")),
        Partition.of(row.getField("partition")));
  }

  private static Optional<String> optional(String field) {
    return field.isEmpty() ? Optional.empty() : Optional.of(field);
  }

  /** Loads the file at the first use, because that is when Java initializes the class. */
  private static final class Loaded {
    static final Table<AwsRegion> REGIONS =
        Table.read("regions.csv", AwsRegions::region, AwsRegion::code);
  }
}
