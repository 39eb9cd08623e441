package dev.meridian.aws;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.CollectionSummary;
import software.amazon.awssdk.services.route53.model.DelegationSet;

/**
 * What Terraform needs to import a hosted zone and CIDR collections, and {@link LiveZone} lacks.
 *
 * @param cidrCollections the IDs of all CIDR collections of the account, by name
 * @param delegationSet the reusable delegation set of the zone; null for none
 */
public record LiveImportIds(
    SortedMap<String, String> cidrCollections, @Nullable String delegationSet) {

  public LiveImportIds {
    cidrCollections = Collections.unmodifiableSortedMap(new TreeMap<>(cidrCollections));
  }

  /**
   * Reads them.
   *
   * @param zoneId the zone whose delegation set is needed; empty for none
   * @param collections whether the CIDR collections are needed
   */
  public static LiveImportIds read(AwsAccess access, Optional<String> zoneId, boolean collections)
      throws AwsReadException {
    try (Route53Client route53 = access.route53()) {
      Optional<String> set = Optional.empty();
      if (zoneId.isPresent()) {
        set =
            AwsReadException.reading(
                "the delegation set of the zone " + zoneId.get(),
                () -> delegationSet(route53, zoneId.get()));
      }
      SortedMap<String, String> ids =
          collections
              ? AwsReadException.reading("the CIDR collections", () -> collections(route53))
              : new TreeMap<>();
      return new LiveImportIds(ids, set.orElse(null));
    }
  }

  private static Optional<String> delegationSet(Route53Client route53, String zoneId) {
    DelegationSet set = route53.getHostedZone(request -> request.id(zoneId)).delegationSet();
    // Only a reusable delegation set has an ID; moto writes an empty one for the others.
    return Optional.ofNullable(set).map(DelegationSet::id).filter(id -> !id.isEmpty());
  }

  private static SortedMap<String, String> collections(Route53Client route53) {
    SortedMap<String, String> ids = new TreeMap<>();
    for (CollectionSummary summary :
        route53.listCidrCollectionsPaginator(request -> {}).cidrCollections()) {
      if (summary.name() != null && summary.id() != null) {
        ids.put(summary.name(), summary.id());
      }
    }
    return ids;
  }

  /** The reusable delegation set of the zone, if it has one. */
  public Optional<String> reusableDelegationSet() {
    return Optional.ofNullable(delegationSet);
  }
}
