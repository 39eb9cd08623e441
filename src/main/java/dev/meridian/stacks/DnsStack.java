package dev.meridian.stacks;

import static dev.meridian.stacks.hcl.HclText.key;
import static dev.meridian.stacks.hcl.HclText.literal;
import static dev.meridian.stacks.hcl.HclText.reference;

import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.aws.route53_health_check.Route53HealthCheck;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53Record;
import com.hashicorp.cdktf.providers.aws.sns_topic.SnsTopic;
import dev.meridian.compile.CompiledPlan;
import dev.meridian.compile.Compiler;
import dev.meridian.declaration.AdjustedWeights;
import dev.meridian.declaration.AllowedWeights;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.DeploymentStack;
import dev.meridian.declaration.Ownership;
import dev.meridian.declaration.PrivateZone;
import dev.meridian.declaration.output.DnsOutput;
import dev.meridian.diagnostic.InvalidDeclaration;
import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.Value;
import dev.meridian.stacks.name.AwsResourceNames;
import dev.meridian.stacks.name.TerraformNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * The hosted zone, the health checks, the records and the alarms. {@link DnsOutput} lists its
 * outputs. It reads the states of the region and accelerator stacks, so it must depend on them:
 * {@link MeridianStacks#add} sees to that; if you create the stacks yourself, call {@link
 * #addDependency} for each accelerator, and for each region that is not pinned.
 */
public final class DnsStack extends TerraformStack {
  /**
   * What the DNS stack has besides its resources, so that existing resources become those of the
   * stack without being created again.
   *
   * @param imports import IDs by address; every resource must be in the stack
   * @param moves the addresses of resources by their earlier ones
   * @param names the resource names of record sets that have other names than usual
   * @param waits the record set that each record set has to wait for
   */
  public record Migration(
      SortedMap<String, String> imports,
      SortedMap<String, String> moves,
      Map<RecordKey, String> names,
      Map<RecordKey, RecordKey> waits) {
    /** Nothing. */
    public static final Migration NONE =
        new Migration(
            Collections.emptySortedMap(), Collections.emptySortedMap(), Map.of(), Map.of());

    public Migration {
      imports = Collections.unmodifiableSortedMap(new TreeMap<>(imports));
      moves = Collections.unmodifiableSortedMap(new TreeMap<>(moves));
      names = Map.copyOf(names);
      waits = Map.copyOf(waits);
    }

    /** Only imports. */
    public static Migration ofImports(SortedMap<String, String> imports) {
      return NONE.withImports(imports);
    }

    /** The same with other imports. */
    public Migration withImports(SortedMap<String, String> other) {
      return new Migration(other, moves, names, waits);
    }
  }

  /** The Region tag of resources that belong to no region. */
  static final String GLOBAL = "global";

  private final HostedZone zone;
  private final Map<String, Route53HealthCheck> healthChecks = new LinkedHashMap<>();
  private final Map<RecordKey, Route53Record> records = new LinkedHashMap<>();
  private final Map<DnsName, Route53Record> owned = new LinkedHashMap<>();
  private final @Nullable SnsTopic topic;

  /**
   * The stack {@code <application>-<environment>-dns}.
   *
   * @param scope the CDKTF app, such as {@link Stacks#app} makes
   * @param plan compiled from {@code deployment}
   * @throws IllegalStateException if the environment does not switch CDKTF to HCL
   * @throws InvalidDeclaration if the AWS provider cannot create what is declared
   */
  public DnsStack(Construct scope, Deployment deployment, RoutingPlan plan) {
    this(scope, deployment, plan, Migration.NONE);
  }

  DnsStack(Construct scope, Deployment deployment, RoutingPlan plan, Migration migration) {
    super(scope, HclMode.checked(deployment.stacks().dns().name()));
    TerraformGaps.refuse(deployment);
    DeploymentStack declared = deployment.stacks().dns();
    Ownership ownership = Ownership.of(deployment);
    TerraformNames names = TerraformNames.of(ownership.with(plan), migration.names());
    Optional<PrivateZone> vpcs = deployment.privateZone().filter(own -> deployment.isPrivateZone());
    List<Value> values = new ArrayList<>(plan.values());
    vpcs.ifPresent(own -> values.addAll(ZoneAssociations.values(own)));
    ValueReferences references = ValueReferences.of(deployment, values);
    AwsSettings.add(this, declared.awsRegion(), Tags.of(deployment, Tags.global(deployment)));
    new BackendWriter(this, StateAddress.ofStack(deployment, declared.name())).write();
    references.readStates(this);

    this.zone =
        vpcs.map(own -> new ZoneAssociations(this, deployment, own, references))
            .map(associations -> HostedZone.build(this, deployment.zone(), associations))
            .orElseGet(() -> HostedZone.build(this, deployment.zone()));
    RecoveryControls controls = new RecoveryControls(this, deployment);
    if (!deployment.switches().isEmpty()) {
      controls.add();
    }
    HealthCheckResources checks = new HealthCheckResources(this, names, references, deployment);
    for (HealthCheck check : plan.healthChecks()) {
      healthChecks.put(check.id(), checks.add(check));
    }
    CidrCollections collections = new CidrCollections(this, deployment, names);
    plan.cidrCollections().forEach(collections::add);
    Map<RecordKey, AllowedWeights> adjusted = AdjustedWeights.of(deployment, plan);
    RecordSets sets =
        new RecordSets(
            this,
            zone.expression(),
            names,
            references,
            collections,
            plan,
            adjusted.keySet(),
            migration.waits());
    ownership.byName().values().forEach(record -> owned.put(record.name(), sets.add(record)));
    sets.await(ownership.awaited(plan), owned);
    CompiledPlan compiled = Compiler.compile(deployment);
    new TrafficPolicyResources(this, deployment, zone.expression(), names, references)
        .add(plan, compiled.documents(), ownership, owned);
    for (RecordSet record : plan.withoutPolicyRecords().records()) {
      records.put(record.key(), sets.add(record));
    }
    List<Moves.Move> moves =
        Moves.of(plan, names, compiled.earlier(), deployment.alerts().enabled()).stream()
            .filter(move -> !isMoved(move, migration))
            .toList();
    if (!moves.isEmpty()) {
      new Moves.Blocks(this, moves);
    }
    this.topic =
        deployment.alerts().enabled()
            ? new Notifications(
                    this, AwsResourceNames.topic(deployment), names, deployment.alerts())
                .add(plan.healthChecks())
                .orElse(null)
            : null;
    if (!adjusted.isEmpty()) {
      new WeightsController(this, deployment, plan, zone.expression(), references).add();
    }
    outputs(deployment, plan, names);
    if (!deployment.switches().isEmpty()) {
      controls.outputs(new Outputs(this));
    }
  }

  /** Terraform allows one move from an address, and one to it. */
  private static boolean isMoved(Moves.Move move, Migration migration) {
    return migration.moves().containsKey(move.from()) || migration.moves().containsValue(move.to());
  }

  private void outputs(Deployment deployment, RoutingPlan plan, TerraformNames resourceNames) {
    Outputs outputs = new Outputs(this);
    for (DnsOutput output : DnsOutput.values()) {
      Object value =
          switch (output) {
            case NAME_SERVERS -> reference(zone.expression() + ".name_servers");
            case ZONE_ID -> reference(zone.expression() + ".zone_id");
            case HEALTH_CHECK_IDS -> healthCheckIds(plan, resourceNames);
            case NAMES -> names(deployment);
          };
      outputs.add(output.id(), output.description(), value);
    }
  }

  private static Map<String, String> healthCheckIds(RoutingPlan plan, TerraformNames names) {
    Map<String, String> ids = new LinkedHashMap<>();
    for (HealthCheck check : plan.healthChecks()) {
      String resource = names.healthCheck(check.id());
      ids.put(key(check.id()), reference("aws_route53_health_check." + resource + ".id"));
    }
    return ids;
  }

  private static Map<String, String> names(Deployment deployment) {
    Map<String, String> names = new LinkedHashMap<>();
    deployment.names().forEach(name -> names.put(key(name.label()), literal(name.name().text())));
    return names;
  }

  /** The id of the hosted zone, created or looked up. */
  public String zoneId() {
    return zone.id().get();
  }

  /** The hosted zone's name servers, as a token for a list. */
  public List<String> nameServers() {
    return zone.nameServers().get();
  }

  /**
   * The health checks by {@link HealthCheck#id}: an endpoint's name, or the name under {@code
   * health-checks}.
   */
  public Map<String, Route53HealthCheck> healthChecks() {
    return Collections.unmodifiableMap(healthChecks);
  }

  /** The record sets by name, type and set identifier, in the order of the plan. */
  public Map<RecordKey, Route53Record> records() {
    return Collections.unmodifiableMap(records);
  }

  /** The record sets of one name and type, in the order of the plan; empty if there are none. */
  public List<Route53Record> records(DnsName name, RecordType type) {
    return records.entrySet().stream()
        .filter(e -> e.getKey().group().name().equals(name))
        .filter(e -> e.getKey().group().type() == type)
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The {@link Ownership} records by their names, for which the other record sets wait. */
  public Map<DnsName, Route53Record> ownershipRecords() {
    return Collections.unmodifiableMap(owned);
  }

  /** The SNS topic of the health checks' alarms; empty without alerts, or if it exists already. */
  public Optional<SnsTopic> alertTopic() {
    return Optional.ofNullable(topic);
  }
}
