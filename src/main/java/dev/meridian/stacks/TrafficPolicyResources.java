package dev.meridian.stacks;

import static dev.meridian.stacks.hcl.HclText.key;
import static dev.meridian.stacks.hcl.HclText.literal;
import static dev.meridian.stacks.hcl.HclText.reference;

import com.hashicorp.cdktf.TerraformLocal;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53Record;
import com.hashicorp.cdktf.providers.aws.route53_traffic_policy.Route53TrafficPolicy;
import com.hashicorp.cdktf.providers.aws.route53_traffic_policy_instance.Route53TrafficPolicyInstance;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.Ownership;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Slug;
import dev.meridian.stacks.hcl.HclText;
import dev.meridian.stacks.name.AwsResourceNames;
import dev.meridian.stacks.name.TerraformNames;
import dev.meridian.trafficpolicy.DocumentTree;
import dev.meridian.trafficpolicy.PolicyDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import software.constructs.Construct;

/**
 * Traffic policies and their instances. A policy cannot change, and its name is unique in the
 * account. So the name ends with a hash of the document, and Terraform creates the new policy
 * before it deletes the old one. The instance moves from one to the other in place, and answers
 * with the old record sets until the new ones are complete.
 */
final class TrafficPolicyResources {
  static final String INSTANCE = "aws_route53_traffic_policy_instance.";
  static final String POLICY = "aws_route53_traffic_policy.";
  private static final int HASH_DIGITS = 8;

  private final Construct scope;
  private final Deployment deployment;
  private final String zoneId;
  private final TerraformNames names;
  private final DocumentTree tree;

  /**
   * @param zone the expression that names the hosted zone
   */
  TrafficPolicyResources(
      Construct stack,
      Deployment deployment,
      String zone,
      TerraformNames names,
      ValueReferences references) {
    this.scope = stack;
    this.deployment = deployment;
    this.zoneId = reference(zone + ".zone_id");
    this.names = names;
    this.tree =
        new DocumentTree(
            references::text,
            id -> reference("aws_route53_health_check." + names.healthCheck(id) + ".id"),
            HclText::literal);
  }

  /** Adds the policies and instances of the plan. */
  void add(
      RoutingPlan plan,
      Map<RrsetKey, PolicyDocument> documents,
      Ownership ownership,
      Map<DnsName, Route53Record> owned) {
    Map<RrsetKey, RecordKey> awaited = ownership.awaited(plan);
    for (RrsetKey key : plan.policyRecords()) {
      RecordKey owner = awaited.get(key);
      PolicyDocument document = Objects.requireNonNull(documents.get(key), key.toString());
      add(
          key,
          document,
          owner == null
              ? List.of()
              : List.of(Objects.requireNonNull(owned.get(owner.group().name()))));
    }
  }

  private void add(RrsetKey key, PolicyDocument document, List<Route53Record> owner) {
    String name = names.trafficPolicy(key);
    String local = "traffic_policy_" + name;
    new TerraformLocal(scope, local, hcl(tree.of(document)));
    String json = "jsonencode(local." + local + ")";
    Route53TrafficPolicy.Builder.create(scope, "traffic-policy-" + name)
        .name(
            literal(policyName(key))
                + "-"
                + reference("substr(sha256(" + json + "), 0, " + HASH_DIGITS + ")"))
        .document(reference(json))
        .lifecycle(TerraformResourceLifecycle.builder().createBeforeDestroy(true).build())
        .build()
        .overrideLogicalId(name);
    Route53TrafficPolicyInstance.Builder instance =
        Route53TrafficPolicyInstance.Builder.create(scope, "traffic-policy-instance-" + name)
            .hostedZoneId(zoneId)
            .name(literal(key.name().text()))
            .trafficPolicyId(reference(POLICY + name + ".id"))
            .trafficPolicyVersion(1)
            .ttl(ttl(key));
    if (!owner.isEmpty()) {
      instance.dependsOn(owner);
    }
    Route53TrafficPolicyInstance made = instance.build();
    made.overrideLogicalId(name);
    made.addOverride("traffic_policy_version", reference(POLICY + name + ".version"));
  }

  private String policyName(RrsetKey key) {
    String label = key.name().relativeTo(deployment.zoneName()).orElse("@");
    String type = key.type().name().toLowerCase(Locale.ROOT);
    return AwsResourceNames.prefix(deployment) + "-" + Slug.of(label) + "-" + type;
  }

  private long ttl(RrsetKey key) {
    return deployment.names().stream()
        .filter(name -> name.trafficPolicy() && name.name().equals(key.name()))
        .filter(name -> name.onlyType().isEmpty() || name.covers(key.type()))
        .mapToLong(NameDeclaration::ttl)
        .findFirst()
        .orElseThrow();
  }

  /** A tree of a document, escaped for CDKTF. Values and health checks already are. */
  private static Object hcl(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> escaped = new LinkedHashMap<>();
      map.forEach((name, one) -> escaped.put(key((String) name), hcl(one)));
      return escaped;
    }
    return value instanceof List<?> list
        ? list.stream().map(TrafficPolicyResources::hcl).toList()
        : value;
  }
}
