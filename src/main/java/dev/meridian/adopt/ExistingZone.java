package dev.meridian.adopt;

import dev.meridian.aws.LiveZone;
import dev.meridian.model.RecordKey;
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

  /** The import ID of a record set of this zone; see the provider's documentation. */
  String recordId(RecordKey key) {
    String id = zone.id() + "_" + key.group().name() + "_" + key.group().type();
    return key.identifier().map(identifier -> id + "_" + identifier).orElse(id);
  }
}
