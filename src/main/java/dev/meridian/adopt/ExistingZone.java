package dev.meridian.adopt;

import dev.meridian.aws.LiveZone;
import dev.meridian.model.RecordKey;
import dev.meridian.terraform.json.DnsResource;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A hosted zone that exists, with the IDs that Terraform imports by.
 *
 * @param source the name of the source in messages
 * @param zone as AWS or a state has it
 * @param cidrCollections the IDs of CIDR collections by their names in AWS
 * @param delegationSet whether the zone has a reusable delegation set
 */
public record ExistingZone(
    String source,
    LiveZone zone,
    SortedMap<String, String> cidrCollections,
    boolean delegationSet) {

  public ExistingZone {
    cidrCollections = Collections.unmodifiableSortedMap(new TreeMap<>(cidrCollections));
  }

  /** The import ID of a record set of this zone. */
  String recordId(RecordKey key) {
    return DnsResource.recordId(zone.id(), key);
  }
}
