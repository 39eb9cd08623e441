package dev.meridian.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.aws.LiveZone;
import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.Ownership;
import dev.meridian.model.CanonicalPlan;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.ZoneKind;
import dev.meridian.stacks.DnsAddresses;
import dev.meridian.stacks.name.AwsResourceNames;
import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Which existing resources are those of the declaration. */
class AdopterTest {
  /** The command refuses names with a traffic policy. */
  private static final String VIA = "    via: traffic-policy\n";

  private static final String START =
      """
      application: shop
      environment: prod
      zone: {name: example.com, id: Z1}
      alerts: {enabled: false}
      health-check: none
      """;

  private static final String CALCULATED =
      START
          + """
          endpoints:
            berlin: {addresses: [203.0.113.1]}
            paris: {addresses: [203.0.113.2]}
          health-checks:
            one: {protocol: HTTP, address: 203.0.113.1}
            two: {protocol: HTTP, address: 203.0.113.2}
            both: {calculated: {of: [one, two], threshold: 1}}
          names:
            www: {weighted: {berlin: {weight: 1, health-check: both}, paris: 1}}
          """;

  @Test
  void whatMeridianItselfCreatedIsMatchedCompletely() throws IOException {
    String yaml = Files.readString(ReadDeclaration.EVERYTHING);
    assertThat(yaml).contains(VIA);
    Deployment everything = ReadDeclaration.good(yaml.replace(VIA, ""));
    RoutingPlan plan = Compiler.compile(everything).plan();

    Adoption adoption = Adopter.match(everything, plan, existing(everything, plan, id -> id));

    assertThat(adoption.imports().keySet()).isEqualTo(DnsAddresses.of(everything, plan).all());
    assertThat(adoption.changed()).isEmpty();
    assertThat(adoption.replaced()).isEmpty();
    assertThat(adoption.inTheWay()).isEmpty();
    assertThat(adoption.staying()).isEmpty();
  }

  @Test
  void healthChecksOfOtherNamesAreMatchedByTheirRecordsAndTheirParents() {
    Deployment deployment = ReadDeclaration.good(CALCULATED);
    RoutingPlan plan = Compiler.compile(deployment).plan();

    Adoption adoption =
        Adopter.match(deployment, plan, existing(deployment, plan, id -> "theirs-" + id));

    assertThat(adoption.isExact()).as(adoption.toString()).isTrue();
    assertThat(adoption.imports())
        .containsEntry("aws_route53_health_check.both", "aws-theirs-both")
        .containsEntry("aws_route53_health_check.one", "aws-theirs-one")
        .containsEntry("aws_route53_health_check.two", "aws-theirs-two");
  }

  @Test
  void aDeclaredNameThatBelongsToAnotherExistingCheckIsNotTakenForIt() {
    Deployment deployment = ReadDeclaration.good(CALCULATED);
    RoutingPlan plan = Compiler.compile(deployment).plan();
    UnaryOperator<String> swapped =
        id -> id.equals("one") ? "two" : id.equals("two") ? "one" : "all";

    Adoption adoption = Adopter.match(deployment, plan, existing(deployment, plan, swapped));

    assertThat(adoption.isExact()).as(adoption.toString()).isTrue();
    assertThat(adoption.imports())
        .containsEntry("aws_route53_health_check.one", "aws-two")
        .containsEntry("aws_route53_health_check.two", "aws-one");
  }

  @Test
  void anExistingHealthCheckIsImportedOnce() {
    Deployment deployment =
        ReadDeclaration.good(
            START
                + """
                endpoints: {berlin: {addresses: [203.0.113.1]}}
                health-checks:
                  one: {protocol: HTTP, address: 203.0.113.1}
                  two: {protocol: HTTP, address: 203.0.113.1}
                names:
                  a: {weighted: {berlin: {weight: 1, health-check: one}}}
                  b: {weighted: {berlin: {weight: 1, health-check: two}}}
                """);
    RoutingPlan plan = Compiler.compile(deployment).plan();

    Adoption adoption = Adopter.match(deployment, plan, existing(deployment, plan, id -> "same"));

    assertThat(adoption.imports())
        .containsEntry("aws_route53_health_check.one", "aws-same")
        .doesNotContainKey("aws_route53_health_check.two");
    assertThat(adoption.created()).containsExactly("health check two");
    assertThat(adoption.changed())
        .extracting(Object::toString)
        .containsExactly("record b.example.com A berlin: health check is one, expected two");
  }

  @Test
  void aCollectionIsMatchedByItsDeclaredNameInAws() {
    Deployment deployment =
        ReadDeclaration.good(
            START
                + """
                endpoints: {berlin: {addresses: [203.0.113.1]}}
                cidr-collections:
                  nets: {name: Office_Nets, locations: {name: [192.0.2.0/24]}}
                names:
                  www: {ip-based: {collection: nets, locations: {name: berlin, default: berlin}}}
                """);
    RoutingPlan plan = Compiler.compile(deployment).plan();
    ExistingZone existing = existing(deployment, plan, id -> id);

    Adoption adoption = Adopter.match(deployment, plan, existing);

    assertThat(existing.cidrCollections()).containsOnlyKeys("Office_Nets");
    assertThat(adoption.isExact()).as(adoption.toString()).isTrue();
    assertThat(adoption.imports())
        .containsEntry("aws_route53_cidr_collection.nets", "c-nets")
        .containsEntry("aws_route53_cidr_location.nets_name", "c-nets,name");
  }

  @Test
  void anotherSpellingOfTheSameHostIsReported() {
    String yaml = START + "endpoints: {lb: {host: %s}}\nnames: {www: {simple: lb}}\n";
    Deployment written = ReadDeclaration.good(yaml.formatted("lb.example.net"));
    RoutingPlan other =
        Compiler.compile(ReadDeclaration.good(yaml.formatted("LB.Example.net."))).plan();
    RoutingPlan plan = Compiler.compile(written).plan();

    assertThat(plan).isEqualTo(other);
    assertThat(Adopter.match(written, plan, existing(written, plan, id -> id)).isExact()).isTrue();
    assertThat(Adopter.match(written, plan, existing(written, other, id -> id)).changed())
        .extracting(Object::toString)
        .containsExactly(
            "record www.example.com CNAME: spelling is LB.Example.net., expected lb.example.net");
  }

  /** The plan as a zone that exists, with other ids of health checks. */
  private static ExistingZone existing(
      Deployment deployment, RoutingPlan plan, UnaryOperator<String> id) {
    RoutingPlan there = CanonicalPlan.of(Ownership.of(deployment).with(plan));
    SortedMap<String, String> awsIds = new TreeMap<>();
    SortedMap<String, HealthCheck> checks = new TreeMap<>();
    for (HealthCheck check : there.healthChecks()) {
      awsIds.put(id.apply(check.id()), "aws-" + id.apply(check.id()));
      checks.put(
          id.apply(check.id()),
          new HealthCheck(
              id.apply(check.id()),
              renamed(check.config(), id),
              check.inverted(),
              check.disabled()));
    }
    List<RecordSet> records = new ArrayList<>();
    for (RecordSet record : there.records()) {
      records.add(
          new RecordSet(
              record.key(),
              record.policy(),
              record.data(),
              record.healthCheckId().map(id).orElse(null)));
    }
    SortedMap<String, String> collections = new TreeMap<>();
    there
        .cidrCollections()
        .forEach(
            one ->
                collections.put(
                    AwsResourceNames.cidrCollection(deployment, one.name()), "c-" + one.name()));
    RoutingPlan renamed =
        new RoutingPlan(
            there.zone(), records, List.copyOf(checks.values()), there.cidrCollections());
    LiveZone zone =
        new LiveZone(
            "Z1",
            there.zone(),
            ZoneKind.PUBLIC,
            InAws.of(deployment, renamed),
            awsIds,
            new TreeSet<>(),
            List.of(),
            List.of());
    return new ExistingZone("a test", zone, collections, false);
  }

  private static HealthCheckConfig renamed(HealthCheckConfig config, UnaryOperator<String> id) {
    return config instanceof HealthCheckConfig.Calculated calculated
        ? new HealthCheckConfig.Calculated(
            calculated.threshold(), calculated.children().stream().map(id).sorted().toList())
        : config;
  }
}
