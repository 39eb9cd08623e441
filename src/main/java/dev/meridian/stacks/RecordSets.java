package dev.meridian.stacks;

import static dev.meridian.stacks.hcl.HclText.literal;
import static dev.meridian.stacks.hcl.HclText.reference;

import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53Record;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordAlias;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordText;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.stacks.hcl.HclText;
import dev.meridian.stacks.name.TerraformNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import software.constructs.Construct;

/**
 * Record sets. There can be 10,000 of them, and calls over jsii are slow. So references are plain
 * text, and nothing reads from a construct after it is created.
 */
final class RecordSets {
  private final Construct scope;
  private final String zoneId;
  private final TerraformNames names;
  private final ValueReferences references;
  private final CidrCollections cidrCollections;
  private final Set<RrsetKey> aliasTargets;
  private final Set<RrsetKey> policyRecords;
  private final Map<RecordKey, RecordKey> waits;
  private final Set<RecordKey> adjusted;
  private final Map<RrsetKey, RecordKey> owners = new HashMap<>();
  private final Map<DnsName, Route53Record> ownership = new HashMap<>();

  /**
   * @param zone the expression that names the hosted zone
   * @param plan with the groups that aliases of the stack point to
   * @param adjusted the record sets whose weight something else sets
   * @param waits the record set that each record set has to wait for
   */
  RecordSets(
      Construct stack,
      String zone,
      TerraformNames names,
      ValueReferences references,
      CidrCollections cidrCollections,
      RoutingPlan plan,
      Set<RecordKey> adjusted,
      Map<RecordKey, RecordKey> waits) {
    this.adjusted = adjusted;
    this.waits = waits;
    // CDKTF omits "Default" from names, so ids do not clash, and no call overrides each name.
    this.scope = new Construct(stack, "Default");
    this.zoneId = reference(zone + ".zone_id");
    this.names = names;
    this.references = references;
    this.cidrCollections = cidrCollections;
    this.aliasTargets = plan.aliasTargets();
    this.policyRecords = plan.policyRecords();
  }

  /**
   * From now on, each record set waits for an ownership record. Route 53 refuses to create that for
   * a second owner, so Terraform changes nothing else at the name.
   *
   * @param records by name and type of the record sets that wait
   * @param resources by the ownership record's name
   */
  void await(Map<RrsetKey, RecordKey> records, Map<DnsName, Route53Record> resources) {
    owners.putAll(records);
    ownership.putAll(resources);
  }

  Route53Record add(RecordSet recordSet) {
    Route53Record.Builder builder =
        Route53Record.Builder.create(scope, names.record(recordSet.key()))
            .zoneId(zoneId)
            .name(literal(recordSet.name().text()))
            .type(recordSet.type().name());
    recordSet.key().identifier().map(HclText::literal).ifPresent(builder::setIdentifier);
    recordSet
        .healthCheckId()
        .map(id -> reference("aws_route53_health_check." + names.healthCheck(id) + ".id"))
        .ifPresent(builder::healthCheckId);
    recordSet.policy().accept(new PolicyArguments(builder, cidrCollections));
    lifecycle(builder, recordSet);
    NavigableSet<String> others = others(recordSet);
    RecordKey owner = owners.get(recordSet.group());
    if (owner != null && others.isEmpty()) {
      builder.dependsOn(List.of(Objects.requireNonNull(ownership.get(owner.group().name()))));
    }
    Route53Record made = recordSet.data().accept(new Arguments(builder, recordSet)).build();
    if (!others.isEmpty()) {
      // An override adds to the argument, so it has all of them.
      if (owner != null) {
        others.add(names.record(owner));
      }
      made.addOverride(
          "depends_on", others.stream().map(name -> "aws_route53_record." + name).toList());
    }
    return made;
  }

  private void lifecycle(Route53Record.Builder builder, RecordSet recordSet) {
    TerraformResourceLifecycle.Builder lifecycle = TerraformResourceLifecycle.builder();
    boolean isTarget = aliasTargets.contains(recordSet.group());
    boolean isAdjusted = adjusted.contains(recordSet.key());
    if (isTarget) {
      // Terraform moves the alias away before it deletes the group.
      lifecycle.createBeforeDestroy(true);
    }
    if (isAdjusted) {
      // Not the whole block: Terraform could then not change the policy.
      lifecycle.ignoreChanges(List.of("weighted_routing_policy[0].weight"));
    }
    if (isTarget || isAdjusted) {
      builder.lifecycle(lifecycle.build());
    }
  }

  /**
   * The record sets, by resource name, that one has to wait for, besides its ownership record. An
   * alias refers to the first record of its target, and has to wait for the others too.
   */
  private NavigableSet<String> others(RecordSet recordSet) {
    NavigableSet<String> others = new TreeSet<>();
    recordSet
        .aliasTarget()
        .filter(target -> !policyRecords.contains(target))
        .ifPresent(target -> names.records(target).stream().skip(1).forEach(others::add));
    RecordKey before = waits.get(recordSet.key());
    if (before != null) {
      others.add(names.record(before));
    }
    return others;
  }

  private final class Arguments implements RecordData.Cases<Route53Record.Builder> {
    private final Route53Record.Builder builder;
    private final RecordSet recordSet;

    Arguments(Route53Record.Builder builder, RecordSet recordSet) {
      this.builder = builder;
      this.recordSet = recordSet;
    }

    @Override
    public Route53Record.Builder values(RecordData.Values answer) {
      return builder.ttl(answer.ttl()).records(answer.values().stream().map(this::text).toList());
    }

    /** The provider puts the quotes around the strings of a TXT record itself. */
    private String text(Value value) {
      return RecordText.isText(recordSet.type()) && value instanceof Value.Literal literal
          ? literal(literal.text().substring(1, literal.text().length() - 1))
          : references.text(value);
    }

    /** Refers to a record's resource, so that Terraform creates it before the alias. */
    @Override
    public Route53Record.Builder recordAlias(RecordData.RecordAlias answer) {
      RrsetKey target = new RrsetKey(answer.target(), recordSet.type());
      String resource =
          policyRecords.contains(target)
              ? TrafficPolicyResources.INSTANCE + names.trafficPolicy(target)
              : "aws_route53_record." + names.records(target).first();
      String name = reference(resource + ".name");
      return alias(name, zoneId, answer.evaluateTargetHealth());
    }

    @Override
    public Route53Record.Builder resourceAlias(RecordData.ResourceAlias answer) {
      String name = references.text(answer.dnsName());
      return alias(name, references.text(answer.zoneId()), answer.evaluateTargetHealth());
    }

    private Route53Record.Builder alias(String name, String zone, boolean evaluateTargetHealth) {
      return builder.alias(
          Route53RecordAlias.builder()
              .name(name)
              .zoneId(zone)
              .evaluateTargetHealth(evaluateTargetHealth)
              .build());
    }
  }
}
