package dev.meridian.resolve;

import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import java.util.List;

/**
 * The NS and SOA records that Route 53 gives every zone. They are not part of a plan, because
 * Terraform does not manage them.
 *
 * @param known those that are known; the rest is what Route 53 sets
 * @param zoneExists whether the zone already has them
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/SOA-NSrecords.html">NS
 *     and SOA records that Route 53 creates for a public hosted zone</a>
 */
public record ApexRecords(List<RecordSet> known, boolean zoneExists) {
  /** Those of a zone that does not exist yet. */
  public static final ApexRecords OF_NEW_ZONE = new ApexRecords(List.of(), false);

  public ApexRecords {
    known = List.copyOf(known);
  }

  /** Whether Route 53 creates records of this type at the apex of each zone. */
  public static boolean isOne(RecordType type) {
    return type == RecordType.NS || type == RecordType.SOA;
  }
}
