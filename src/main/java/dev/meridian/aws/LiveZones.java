package dev.meridian.aws;

import dev.meridian.model.CanonicalPlan;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.Value;
import dev.meridian.model.ZoneKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Reads hosted zones, with the health checks and CIDR collections that their records use. */
public final class LiveZones implements AutoCloseable {
  private final Route53Client route53;

  public LiveZones(AwsAccess access) {
    this.route53 = access.route53();
  }

  /** The zone with that name or id. If several zones have the name, a public one. */
  public Optional<LiveZone> read(String nameOrId) throws AwsReadException {
    return read(nameOrId, Map.of());
  }

  /**
   * The zone with that name or id.
   *
   * @param owner tags, such as {@code Application}, by which health checks that no record uses
   *     belong to the zone too; empty for none
   */
  public Optional<LiveZone> read(String nameOrId, Map<String, String> owner)
      throws AwsReadException {
    return AwsReadException.reading(
        "the hosted zone " + nameOrId, () -> find(nameOrId).map(zone -> zone(zone, owner)));
  }

  private Optional<HostedZone> find(String nameOrId) {
    String wanted = nameOrId.endsWith(".") ? nameOrId : nameOrId + ".";
    return route53.listHostedZonesPaginator().hostedZones().stream()
        .filter(zone -> zone.name().equalsIgnoreCase(wanted) || id(zone).equals(nameOrId))
        .min(Comparator.comparing(LiveZones::kind).thenComparing(HostedZone::id));
  }

  private static ZoneKind kind(HostedZone zone) {
    return zone.config() != null && Boolean.TRUE.equals(zone.config().privateZone())
        ? ZoneKind.PRIVATE
        : ZoneKind.PUBLIC;
  }

  private static String id(HostedZone zone) {
    return zone.id().substring(zone.id().lastIndexOf('/') + 1);
  }

  private LiveZone zone(HostedZone hosted, Map<String, String> owner) {
    DnsName name = new DnsName(hosted.name());
    List<ResourceRecordSet> sets =
        route53
            .listResourceRecordSetsPaginator(request -> request.hostedZoneId(hosted.id()))
            .resourceRecordSets()
            .stream()
            .filter(set -> !isOwn(set, name))
            .toList();
    List<UnsupportedRecord> unread = new ArrayList<>();
    LiveHealthChecks checks = LiveHealthChecks.read(route53, used(sets), owner, unread);
    LiveCidrCollections cidr = LiveCidrCollections.read(route53, collections(sets), unread);
    RecordSetReader reader = new RecordSetReader(id(hosted), checks.ids(), cidr.names(), unread);
    List<RecordSet> records = sets.stream().flatMap(set -> reader.read(set).stream()).toList();
    List<CidrCollection> collections = cidr.collections();
    RoutingPlan plan = new RoutingPlan(name, records, checks.checks(), collections);
    return new LiveZone(
        id(hosted),
        name,
        kind(hosted),
        CanonicalPlan.asSpelled(plan),
        checks.awsIds(),
        checks.owned(),
        unread);
  }

  /** Route 53 creates these records with the zone; no plan has them. */
  private static boolean isOwn(ResourceRecordSet set, DnsName zone) {
    String type = set.typeAsString();
    return ("NS".equals(type) || "SOA".equals(type))
        && DnsName.of(Value.literal(Objects.requireNonNullElse(set.name(), "")))
            .filter(zone::equals)
            .isPresent();
  }

  private static Set<String> used(List<ResourceRecordSet> sets) {
    Set<String> used = new TreeSet<>();
    sets.stream().flatMap(set -> Stream.ofNullable(set.healthCheckId())).forEach(used::add);
    return used;
  }

  private static Set<String> collections(List<ResourceRecordSet> sets) {
    Set<String> used = new TreeSet<>();
    sets.stream()
        .flatMap(set -> Stream.ofNullable(set.cidrRoutingConfig()))
        .flatMap(config -> Stream.ofNullable(config.collectionId()))
        .forEach(used::add);
    return used;
  }

  @Override
  public void close() {
    route53.close();
  }
}
