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
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.VPC;

/** Reads hosted zones, with the health checks and CIDR collections that their records use. */
public final class LiveZones implements AutoCloseable {
  private final Route53Client route53;

  public LiveZones(AwsAccess access) {
    this.route53 = access.route53();
  }

  /**
   * The zones with that name, or the zone with that ID. Several zones can have one name, and even
   * the same kind. Sorted by kind, public first, and ID.
   */
  public List<ListedZone> find(String nameOrId) throws AwsReadException {
    String wanted = nameOrId.endsWith(".") ? nameOrId : nameOrId + ".";
    return AwsReadException.reading(
        "the hosted zone " + nameOrId,
        () ->
            route53.listHostedZonesPaginator().hostedZones().stream()
                .filter(zone -> zone.name().equalsIgnoreCase(wanted) || id(zone).equals(nameOrId))
                .map(zone -> new ListedZone(id(zone), new DnsName(zone.name()), kind(zone)))
                .sorted(Comparator.comparing(ListedZone::kind).thenComparing(ListedZone::id))
                .toList());
  }

  /** The IDs of the VPCs that a zone is associated with, of any account; none for a public zone. */
  public NavigableSet<String> vpcs(String zoneId) throws AwsReadException {
    return AwsReadException.reading(
        "the VPCs of the hosted zone " + zoneId,
        () ->
            route53.getHostedZone(request -> request.id(zoneId)).vpCs().stream()
                .map(VPC::vpcId)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The contents of a zone. */
  public LiveZone read(ListedZone zone) throws AwsReadException {
    return read(zone, HealthCheckOwner.NOBODY, Set.of());
  }

  /**
   * The contents of a zone.
   *
   * @param owner whose health checks belong to the zone, although no record uses them
   */
  public LiveZone read(ListedZone zone, HealthCheckOwner owner) throws AwsReadException {
    return read(zone, owner, Set.of());
  }

  /**
   * The contents of a zone.
   *
   * @param healthChecks Route 53's IDs of health checks to read even if no record uses them
   */
  public LiveZone read(ListedZone zone, Set<String> healthChecks) throws AwsReadException {
    return read(zone, HealthCheckOwner.NOBODY, healthChecks);
  }

  private LiveZone read(ListedZone zone, HealthCheckOwner owner, Set<String> healthChecks)
      throws AwsReadException {
    return AwsReadException.reading(
        "the hosted zone " + zone.name(), () -> zone(zone, owner, healthChecks));
  }

  /**
   * The record sets of a zone that Route 53 did not create with it, as {@code NAME TYPE} or {@code
   * NAME TYPE IDENTIFIER}, whatever their types are. Route 53 does not delete a zone that has one.
   *
   * @param zone the zone's name
   * @param zoneId the zone's ID
   */
  public SortedSet<String> recordSets(DnsName zone, String zoneId) throws AwsReadException {
    return AwsReadException.reading(
        "the record sets of the hosted zone " + zone,
        () ->
            route53
                .listResourceRecordSetsPaginator(request -> request.hostedZoneId(zoneId))
                .resourceRecordSets()
                .stream()
                .filter(set -> !isOwn(set, zone))
                .map(set -> recordSet(set.name(), set.typeAsString(), WholeSetIdentifiers.of(set)))
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /**
   * A record set as {@link #recordSets} has it.
   *
   * @param identifier its set identifier; null or empty for none
   */
  public static String recordSet(String name, String type, @Nullable String identifier) {
    String plain = DnsName.of(Value.literal(name)).map(DnsName::text).orElse(name);
    String key = plain + " " + type;
    return identifier == null || identifier.isEmpty() ? key : key + " " + identifier;
  }

  private static ZoneKind kind(HostedZone zone) {
    return zone.config() != null && Boolean.TRUE.equals(zone.config().privateZone())
        ? ZoneKind.PRIVATE
        : ZoneKind.PUBLIC;
  }

  private static String id(HostedZone zone) {
    return zone.id().substring(zone.id().lastIndexOf('/') + 1);
  }

  private LiveZone zone(ListedZone hosted, HealthCheckOwner owner, Set<String> more) {
    DnsName name = hosted.name();
    Map<Boolean, List<ResourceRecordSet>> all =
        route53
            .listResourceRecordSetsPaginator(request -> request.hostedZoneId(hosted.id()))
            .resourceRecordSets()
            .stream()
            .collect(Collectors.partitioningBy(set -> isOwn(set, name)));
    List<ResourceRecordSet> sets = all.getOrDefault(false, List.of());
    List<UnsupportedRecord> unread = new ArrayList<>();
    LivePolicies policies = LivePolicies.read(route53, sets, unread);
    Set<String> used = used(sets);
    used.addAll(policies.healthChecks());
    used.addAll(more);
    LiveHealthChecks checks = LiveHealthChecks.read(route53, used, owner, unread);
    LiveCidrCollections cidr = LiveCidrCollections.read(route53, collections(sets), unread);
    RecordSetReader reader = new RecordSetReader(hosted.id(), checks.ids(), cidr.names(), unread);
    List<RecordSet> records = new ArrayList<>();
    sets.stream()
        .filter(set -> set.trafficPolicyInstanceId() == null)
        .forEach(set -> reader.read(set).ifPresent(records::add));
    records.addAll(policies.records(name, checks.ids(), List.copyOf(records), unread));
    List<CidrCollection> collections = cidr.collections();
    RoutingPlan plan =
        new RoutingPlan(name, records, checks.checks(), collections, List.of(), policies.roots());
    return new LiveZone(
        hosted.id(),
        name,
        hosted.kind(),
        CanonicalPlan.asSpelled(plan),
        checks.awsIds(),
        checks.owned(),
        unread,
        apex(hosted, all.getOrDefault(true, List.of())));
  }

  /** Without those that cannot be read; their answers are not known. */
  private static List<RecordSet> apex(ListedZone hosted, List<ResourceRecordSet> own) {
    RecordSetReader reader =
        new RecordSetReader(hosted.id(), Map.of(), Map.of(), new ArrayList<>());
    return own.stream().flatMap(set -> reader.read(set).stream()).toList();
  }

  /** Route 53 creates these records with the zone; no plan contains them. */
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
