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
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.stacks.hcl.HclText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
  private final Set<RrsetKey> hidden;
  private final Map<RrsetKey, RecordKey> owners = new HashMap<>();
  private final Map<RrsetKey, Route53Record> awaited = new HashMap<>();

  /**
   * @param zone the expression that names the hosted zone
   * @param hidden the groups that only aliases use
   */
  RecordSets(
      Construct stack,
      String zone,
      TerraformNames names,
      ValueReferences references,
      CidrCollections cidrCollections,
      Set<RrsetKey> hidden) {
    // CDKTF omits "Default" from names, so ids do not clash, and no call overrides each name.
    this.scope = new Construct(stack, "Default");
    this.zoneId = reference(zone + ".zone_id");
    this.names = names;
    this.references = references;
    this.cidrCollections = cidrCollections;
    this.hidden = hidden;
  }

  /**
   * From now on, each record set waits for an ownership record. Route 53 refuses to create that for
   * a second owner, so Terraform changes nothing else at the name.
   *
   * @param records by name and type of the record sets that wait
   * @param resources by the ownership record's name
   */
  void await(Map<RrsetKey, RecordKey> records, Map<DnsName, Route53Record> resources) {
    records.forEach(
        (group, record) ->
            awaited.put(group, Objects.requireNonNull(resources.get(record.group().name()))));
    owners.putAll(records);
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
    if (hidden.contains(recordSet.group())) {
      // An alias has to move to the new group before Terraform deletes the old one.
      builder.lifecycle(TerraformResourceLifecycle.builder().createBeforeDestroy(true).build());
    }
    Route53Record owner = awaited.get(recordSet.group());
    if (owner != null) {
      builder.dependsOn(List.of(owner));
    }
    Route53Record made = recordSet.data().accept(new Arguments(builder, recordSet)).build();
    recordSet.aliasTarget().ifPresent(target -> waitForAll(recordSet, target, made));
    names.earlierRecord(recordSet.key()).ifPresent(earlier -> LogicalIds.from(earlier, made));
    return made;
  }

  /** The alias refers to the first record of its target; this makes it wait for the others too. */
  private void waitForAll(RecordSet recordSet, RrsetKey target, Route53Record alias) {
    Stream<String> others = names.records(target).stream().skip(1);
    if (names.records(target).size() > 1) {
      Stream<String> owner =
          Optional.ofNullable(owners.get(recordSet.group())).map(names::record).stream();
      alias.addOverride(
          "depends_on",
          Stream.concat(owner, others).map(name -> "aws_route53_record." + name).toList());
    }
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
      String target = names.records(new RrsetKey(answer.target(), recordSet.type())).first();
      String name = reference("aws_route53_record." + target + ".name");
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
