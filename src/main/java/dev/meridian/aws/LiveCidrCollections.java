package dev.meridian.aws;

import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.CidrBlockSummary;
import software.amazon.awssdk.services.route53.model.CollectionSummary;

/**
 * The CIDR collections that records use.
 *
 * @param names maps ids to names
 */
record LiveCidrCollections(Map<String, String> names, List<CidrCollection> collections) {

  static LiveCidrCollections read(
      Route53Client route53, Set<String> ids, List<UnsupportedRecord> unread) {
    Map<String, String> names = new TreeMap<>();
    List<CidrCollection> collections = new ArrayList<>();
    if (!ids.isEmpty()) {
      for (CollectionSummary summary :
          route53.listCidrCollectionsPaginator(request -> {}).cidrCollections()) {
        if (summary.id() != null && ids.contains(summary.id())) {
          names.put(summary.id(), Objects.requireNonNullElse(summary.name(), summary.id()));
          try {
            collections.add(collection(route53, summary));
          } catch (InvalidValue e) {
            unread.add(
                new UnsupportedRecord(
                    UnsupportedRecord.Kind.CIDR_COLLECTION,
                    Objects.requireNonNullElse(summary.name(), summary.id()),
                    e.what(),
                    null));
          }
        }
      }
    }
    return new LiveCidrCollections(names, collections);
  }

  private static CidrCollection collection(Route53Client route53, CollectionSummary summary) {
    Map<String, List<CidrBlock>> locations = new TreeMap<>();
    for (CidrBlockSummary block :
        route53
            .listCidrBlocksPaginator(request -> request.collectionId(summary.id()))
            .cidrBlocks()) {
      locations
          .computeIfAbsent(
              InvalidValue.required(block.locationName(), "location of a block"),
              name -> new ArrayList<>())
          .add(
              new CidrBlock(InvalidValue.required(block.cidrBlock(), "text in one of its blocks")));
    }
    return new CidrCollection(InvalidValue.required(summary.name(), "name"), locations);
  }
}
