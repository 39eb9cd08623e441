package dev.meridian.compile.rule;

import dev.meridian.catalog.Limits;
import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPolicy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** IP-based records and the CIDR collections they name. */
final class CidrRules {

  private CidrRules() {}

  static void check(IndexedPlan zone, Consumer<Violation> found) {
    Map<String, CidrCollection> collections = new HashMap<>();
    zone.plan().cidrCollections().forEach(each -> collections.put(each.name(), each));
    zone.plan().records().forEach(record -> record(record, collections, found));
    zone.plan().cidrCollections().forEach(collection -> blocks(collection, found));
    int count = zone.plan().cidrCollections().size();
    if (count > Limits.CIDR_COLLECTIONS) {
      found.accept(
          Violation.quota(
              new Subject.OfZone(zone.name()),
              "has "
                  + count
                  + " CIDR collections; the quota of an account is "
                  + Limits.CIDR_COLLECTIONS,
              "merge collections, or ask AWS to raise the quota"));
    }
  }

  private static void record(
      RecordSet record, Map<String, CidrCollection> collections, Consumer<Violation> found) {
    if (!(record.policy() instanceof RoutingPolicy.IpBased policy)) {
      return;
    }
    CidrCollection collection = collections.get(policy.collection());
    if (collection == null) {
      found.accept(
          Violation.dangling(
              new Subject.OfRecord(record.key()),
              "there is no CIDR collection " + policy.collection(),
              "declare it, or name another one"));
    } else if (!policy.location().equals(RoutingPolicy.IpBased.DEFAULT)
        && !collection.locations().containsKey(policy.location())) {
      found.accept(
          Violation.dangling(
              new Subject.OfRecord(record.key()),
              "the CIDR collection " + collection.name() + " has no location " + policy.location(),
              "add the location, or name another one"));
    }
  }

  private static void blocks(CidrCollection collection, Consumer<Violation> found) {
    Map<CidrBlock, String> owners = new HashMap<>();
    collection
        .locations()
        .forEach(
            (location, blocks) ->
                blocks.forEach(
                    block -> {
                      String owner = owners.putIfAbsent(block, location);
                      if (owner != null && !owner.equals(location)) {
                        found.accept(taken(collection, block, owner, location));
                      }
                    }));
  }

  private static Violation taken(
      CidrCollection collection, CidrBlock block, String owner, String location) {
    return Violation.rejected(
        new Subject.OfCidrCollection(collection.name()),
        "the block " + block + " is in the locations " + owner + " and " + location,
        "keep it in one of them");
  }
}
