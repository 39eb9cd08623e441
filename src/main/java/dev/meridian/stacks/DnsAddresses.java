package dev.meridian.stacks;

import dev.meridian.compile.EarlierNames;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.Ownership;
import dev.meridian.declaration.ZoneDeclaration.Adoption;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.stacks.name.TerraformNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The Terraform addresses of the resources of a {@link DnsStack} that exist once per zone. */
public final class DnsAddresses {
  private static final String RECORD = "aws_route53_record.";

  private final TerraformNames names;
  private final RoutingPlan plan;
  private final boolean createsZone;
  private final Map<RrsetKey, String> instances = new HashMap<>();

  private DnsAddresses(Deployment deployment, RoutingPlan plan) {
    RoutingPlan all = Ownership.of(deployment).with(plan);
    this.names = TerraformNames.of(all);
    this.plan = all;
    all.policyRecords()
        .forEach(
            root ->
                all.reachableFrom(root)
                    .forEach(group -> instances.put(group, names.trafficPolicy(root))));
    this.createsZone = deployment.zone().adoption() instanceof Adoption.Created;
  }

  /** The addresses in the stack of {@code plan}, which was compiled from {@code deployment}. */
  public static DnsAddresses of(Deployment deployment, RoutingPlan plan) {
    return new DnsAddresses(deployment, plan);
  }

  /** The hosted zone; empty if the stack only looks it up. */
  public Optional<String> zone() {
    return createsZone ? Optional.of(HostedZone.CREATED) : Optional.empty();
  }

  /** The name of a record set of the plan, without the type of the resource. */
  public String recordName(RecordKey key) {
    String instance = instances.get(key.group());
    return instance == null ? names.record(key) : instance;
  }

  /**
   * A record set of the plan, or an ownership record. Those of a traffic policy have the address of
   * its instance.
   */
  public String record(RecordKey key) {
    String instance = instances.get(key.group());
    return instance == null
        ? RECORD + names.record(key)
        : TrafficPolicyResources.INSTANCE + instance;
  }

  /** Whether an address is that of a traffic policy instance in the root module. */
  public static boolean isPolicy(String address) {
    return address.startsWith(TrafficPolicyResources.INSTANCE);
  }

  /** Whether an address in the root module is that of a record set, or of an instance with some. */
  public static boolean isRootRecord(String address) {
    return address.startsWith(RECORD) || isPolicy(address);
  }

  /** A health check of the plan. */
  public String healthCheck(String id) {
    return "aws_route53_health_check." + names.healthCheck(id);
  }

  /** A CIDR collection of the plan. */
  public String cidrCollection(String collection) {
    return "aws_route53_cidr_collection." + names.cidrCollection(collection);
  }

  /** A location of a CIDR collection of the plan. */
  public String cidrLocation(String collection, String location) {
    return "aws_route53_cidr_location." + names.cidrLocation(collection, location);
  }

  /** The {@code moved} blocks of the stack: for each address, the one that it moves from. */
  public SortedMap<String, String> moves(EarlierNames earlier) {
    SortedMap<String, String> moves = new TreeMap<>();
    Moves.of(plan, names, earlier, false).forEach(move -> moves.put(move.to(), move.from()));
    return moves;
  }

  /** All of them. */
  public Set<String> all() {
    Set<String> all = new TreeSet<>();
    zone().ifPresent(all::add);
    plan.records().forEach(record -> all.add(record(record.key())));
    instances.values().forEach(name -> all.add(TrafficPolicyResources.POLICY + name));
    plan.healthChecks().forEach(check -> all.add(healthCheck(check.id())));
    for (CidrCollection collection : plan.cidrCollections()) {
      all.add(cidrCollection(collection.name()));
      collection
          .locations()
          .keySet()
          .forEach(location -> all.add(cidrLocation(collection.name(), location)));
    }
    return all;
  }
}
