package dev.meridian.terraform.json;

import dev.meridian.diagnostic.KeyPath;
import dev.meridian.diagnostic.Origin;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.CanonicalPlan;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.UnreadRecord;
import dev.meridian.model.ZoneKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads routing plans from Terraform plans and states, including those of stacks that Meridian did
 * not create. The plans are canonical. They lack the zone's own NS and SOA records, because
 * Terraform does not manage those.
 */
public final class RoutingPlans {
  private static final String EXCLUSIVE = "aws_route53_records_exclusive";
  private final Resources resources;
  private final UnreadResources unread = new UnreadResources();
  private final Map<String, RecordSetReader.Found> found = new LinkedHashMap<>();

  /**
   * What was read.
   *
   * @param records every record set that was read, by the address of its resource; also those that
   *     are not in a plan because they conflict with others
   * @param unread the record sets that could not be read, likewise
   * @param checks the ids of health checks in the plans
   */
  record Read(
      PlansRead plans,
      Map<String, RecordSetReader.Found> records,
      Map<String, UnreadResources.Placed> unread,
      HealthCheckIds checks) {}

  private RoutingPlans(Resources resources) {
    this.resources = resources;
  }

  /** Reads {@code files} together, because one can refer to resources in another. */
  public static PlansRead read(List<TerraformFile> files) {
    return read(files, Map.of());
  }

  /**
   * Reads {@code files} together.
   *
   * @param zoneNames maps hosted zone ids to names, for zones that are in none of the files; they
   *     count as public
   */
  public static PlansRead read(List<TerraformFile> files, Map<String, DnsName> zoneNames) {
    return read(files, zoneNames, ZoneKind.PUBLIC);
  }

  /**
   * Reads {@code files} together.
   *
   * @param zoneNames maps hosted zone ids to names, for zones that are in none of the files
   * @param namedKind the kind of the zones in {@code zoneNames}
   */
  public static PlansRead read(
      List<TerraformFile> files, Map<String, DnsName> zoneNames, ZoneKind namedKind) {
    return readWithAddresses(files, zoneNames, namedKind).plans();
  }

  /** The same, with the resource of each record set. */
  static Read readWithAddresses(
      List<TerraformFile> files, Map<String, DnsName> zoneNames, ZoneKind namedKind) {
    Resources resources =
        new Resources(files.stream().flatMap(file -> file.resources().stream()).toList());
    RoutingPlans plans = new RoutingPlans(resources);
    files.forEach(file -> file.incomplete().ifPresent(why -> plans.unread.add(file.name(), why)));
    HealthCheckIds ids = HealthCheckIds.of(resources);
    PlansRead read = plans.read(new HostedZones(resources, zoneNames, namedKind), ids);
    return new Read(read, plans.found, plans.unread.byAddress(), ids);
  }

  /** The addresses of the health checks in {@code files}, by their ids in the routing plans. */
  public static SortedMap<String, Origin> healthCheckOrigins(List<TerraformFile> files) {
    SortedMap<String, Origin> origins = new TreeMap<>();
    Resources all =
        new Resources(files.stream().flatMap(file -> file.resources().stream()).toList());
    HealthCheckIds ids = HealthCheckIds.of(all);
    for (Resource check : all.managed(HealthCheckIds.TYPE)) {
      origins.put(ids.of(check), origin(check));
    }
    return origins;
  }

  private static Origin origin(Resource resource) {
    return new Origin(
        SourceLocation.wholeFile(resource.file()), KeyPath.verbatim(resource.address()));
  }

  /** Route 53's ids of the health checks in {@code files}, by their ids in the routing plans. */
  public static SortedMap<String, String> healthCheckIds(List<TerraformFile> files) {
    return HealthCheckIds.of(
            new Resources(files.stream().flatMap(file -> file.resources().stream()).toList()))
        .awsIds();
  }

  private PlansRead read(HostedZones zones, HealthCheckIds ids) {
    List<HealthCheck> checks = new HealthCheckReader(resources, ids, unread).all();
    CidrCollectionReader cidr = new CidrCollectionReader(resources, unread);
    Map<HostedZones.Zone, ZoneRecords> records = new LinkedHashMap<>();
    zones.declared().forEach(zone -> records.put(zone, new ZoneRecords()));
    RecordSetReader reader = new RecordSetReader(resources, zones, ids, cidr, unread);
    for (Resource resource : resources.managed("aws_route53_record")) {
      reader.read(resource).ifPresent(found -> add(resource, found, records));
    }
    TrafficPolicyReader policies = new TrafficPolicyReader(resources, zones, ids, unread);
    for (Resource resource : resources.managed(TrafficPolicyReader.INSTANCE)) {
      policies.read(resource).ifPresent(found -> add(resource, found, records));
    }
    resources.managed(EXCLUSIVE).forEach(resource -> refuse(resource, zones));
    unread.zones().forEach(zone -> records.computeIfAbsent(zone, key -> new ZoneRecords()));
    List<CidrCollection> collections = cidr.all();
    checks.addAll(reader.unidentified());
    List<PlansRead.Zone> plans =
        records.entrySet().stream()
            .map(
                e ->
                    plan(zones, e.getKey(), e.getValue(), checks, collections, records.size() == 1))
            .sorted(java.util.Comparator.comparing(PlansRead.Zone::name))
            .toList();
    return new PlansRead(plans, unread.sorted());
  }

  private void add(
      Resource resource, RecordSetReader.Found found, Map<HostedZones.Zone, ZoneRecords> records) {
    ZoneRecords zone = records.computeIfAbsent(found.zone(), key -> new ZoneRecords());
    this.found.put(resource.address(), found);
    try {
      if (found.trafficPolicy()) {
        zone.addPolicy(found, origin(resource));
      } else {
        zone.add(found.records().get(0), origin(resource));
      }
    } catch (InvalidValue e) {
      boolean simple = found.trafficPolicy() || found.records().get(0).key().identifier().isEmpty();
      unread.add(resource, found.zone(), UnreadRecord.of(found.group(), simple), e);
    }
  }

  private void refuse(Resource resource, HostedZones zones) {
    unread.add(
        resource, EXCLUSIVE + " cannot be expressed as record sets", "manage its answers yourself");
    UnreadRecord record = new UnreadRecord(null, null, false);
    String id = resource.text("zone_id");
    Optional<HostedZones.Zone> zone = zones.of(resource, id, resource.expression("zone_id"));
    if (zone.isPresent()) {
      unread.addTo(zone.get(), record);
    } else if (id.isEmpty()) {
      unread.addToAnyZone(record);
    }
  }

  private PlansRead.Zone plan(
      HostedZones zones,
      HostedZones.Zone zone,
      ZoneRecords found,
      List<HealthCheck> checks,
      List<CidrCollection> collections,
      boolean onlyZone) {
    List<RecordSet> records = found.all();
    Set<String> used = onlyZone ? ids(checks) : used(records, checks);
    Set<String> cidr = new TreeSet<>();
    records.forEach(
        record -> {
          if (record.policy() instanceof RoutingPolicy.IpBased policy) {
            cidr.add(policy.collection());
          }
        });
    RoutingPlan plan =
        new RoutingPlan(
                zone.name(),
                records,
                checks.stream().filter(check -> used.contains(check.id())).toList(),
                collections.stream().filter(c -> onlyZone || cidr.contains(c.name())).toList())
            .withPolicyRecords(found.policies());
    return new PlansRead.Zone(
        zone.name(),
        zone.id(),
        zone.address(),
        zone.kind(),
        CanonicalPlan.asSpelled(plan),
        unread.records(zone),
        zones.nameServers(zone),
        found.origins());
  }

  private static Set<String> ids(List<HealthCheck> checks) {
    Set<String> ids = new TreeSet<>();
    checks.forEach(check -> ids.add(check.id()));
    return ids;
  }

  private static Set<String> used(List<RecordSet> records, List<HealthCheck> checks) {
    Set<String> used = new TreeSet<>();
    records.forEach(record -> record.healthCheckId().ifPresent(used::add));
    for (HealthCheck check : checks) {
      if (used.contains(check.id())
          && check.config() instanceof HealthCheckConfig.Calculated calculated) {
        used.addAll(calculated.children());
      }
    }
    return used;
  }
}
