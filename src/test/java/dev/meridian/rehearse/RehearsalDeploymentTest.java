package dev.meridian.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.compile.CompiledPlan;
import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Alerts;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.HttpsEndpoint;
import dev.meridian.declaration.StateBackend;
import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.model.RecordSet;
import dev.meridian.testing.ReadDeclaration;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RehearsalDeploymentTest {
  private final Deployment recipe = read("meridian.yaml");
  private final Deployment everything = read("examples/everything.yaml");

  @Test
  void theRecipeIsRehearsedAsItIs() {
    RehearsalDeployment rehearsable = RehearsalDeployment.of(recipe, limits(true, false));

    assertThat(rehearsable.deployment()).isEqualTo(recipe);
    assertThat(rehearsable.notes()).isEmpty();
    assertThat(rehearsable.problems()).isEmpty();
  }

  @Test
  void aClusterThatExistsIsReplacedByANewOne() {
    String yaml =
        """
        application: shop
        environment: test
        zone: example.com
        regions: [us-east-1, eu-west-1]
        switches: {cluster: "arn:aws:route53-recovery-control::123456789012:cluster/0123"}
        names: {api: {latency: [us-east-1, eu-west-1]}}
        """;
    RehearsalDeployment rehearsable =
        RehearsalDeployment.of(ReadDeclaration.good(yaml), limits(true, false));

    assertThat(rehearsable.deployment().switches().existingCluster()).isEmpty();
    assertThat(rehearsable.deployment().switches().regions()).hasSize(2);
    assertThat(rehearsable.notes())
        .containsExactly(
            "switches: a new cluster instead of"
                + " arn:aws:route53-recovery-control::123456789012:cluster/0123");
  }

  @Test
  void theVpcsOfOthersHavePlaceholders() {
    Deployment declared = read("examples/private.yaml");

    RehearsalDeployment rehearsable = RehearsalDeployment.of(declared, limits(true, false));

    assertThat(rehearsable.notes())
        .containsExactly(
            "private.networks.batch: a placeholder for vpc-0123456789abcdef0",
            "private.networks.partner: a placeholder for vpc-0123456789abcdef1");
    assertThat(rehearsable.deployment().privateZone().orElseThrow().networks())
        .containsOnlyKeys("batch", "partner");
    assertThat(rehearsable.deployment().stacks().names()).isEqualTo(declared.stacks().names());
  }

  @Test
  void anExistingPrivateZoneIsRehearsedAsANewOne() {
    String yaml =
        """
        application: shop
        environment: test
        zone: example.com
        regions: [us-east-1]
        names: {api: {simple: us-east-1}}
        private: {zone: {name: corp.example.com, id: Z0123}, names: {api: {simple: us-east-1}}}
        """;
    Deployment rehearsed =
        RehearsalDeployment.of(ReadDeclaration.good(yaml), limits(true, false)).deployment();

    assertThat(rehearsed.ofPrivateZone().orElseThrow().zone().adoption())
        .isEqualTo(new ZoneDeclaration.Adoption.Created());
    assertThat(rehearsed.zone().adoption()).isEqualTo(new ZoneDeclaration.Adoption.Created());
  }

  @Test
  void nobodyOutsideGetsAlertsOfARehearsal() {
    String yaml =
        """
        application: shop
        environment: test
        zone: example.com
        regions: [us-east-1]
        alerts:
          topic: "arn:aws:sns:us-east-1:123456789012:oncall"
          https: ["https://hooks.example.com/s3cret", {variable: page_url, raw: true}]
        names: {api: {simple: us-east-1}}
        """;
    RehearsalDeployment rehearsable =
        RehearsalDeployment.of(ReadDeclaration.good(yaml), limits(true, false));

    assertThat(rehearsable.deployment().alerts())
        .isEqualTo(
            new Alerts(
                true,
                List.of(),
                List.of(
                    new HttpsEndpoint(new HttpsEndpoint.Url("https://alerts.invalid/0"), false),
                    new HttpsEndpoint(new HttpsEndpoint.Url("https://alerts.invalid/1"), true)),
                null));
    assertThat(rehearsable.notes())
        .containsExactly(
            "alerts: a new topic, not arn:aws:sns:us-east-1:123456789012:oncall",
            "alerts: a placeholder for an endpoint on hooks.example.com",
            "alerts: a placeholder for the endpoint in variable page_url");
  }

  @Test
  void whatTheLocalAwsLacksIsRefusedWithAFix() {
    RehearsalDeployment rehearsable = RehearsalDeployment.of(everything, limits(true, false));

    assertThat(rehearsable.problems())
        .extracting(Diagnostic::path)
        .containsExactly(
            "regions.us-east-1.site.ipv6",
            "regions.eu-west-1.site.ipv6",
            "regions.ap-southeast-1.site.ipv6");
    assertThat(rehearsable.problems())
        .allSatisfy(p -> assertThat(p.fix()).contains("--leave-out", "--aws-endpoint"));
  }

  @Test
  void leftOutItStillCompilesAndEveryReplacementIsTold() {
    RehearsalDeployment rehearsable = RehearsalDeployment.of(everything, limits(true, true));
    CompiledPlan compiled = Compiler.compile(rehearsable.deployment());

    assertThat(rehearsable.problems()).isEmpty();
    assertThat(compiled.problems()).isEmpty();
    assertThat(rehearsable.notes())
        .anyMatch(note -> note.startsWith("regions.eu-west-1: without HTTPS"))
        .anyMatch(note -> note.startsWith("endpoints.shop: a placeholder"))
        .anyMatch(note -> note.startsWith("regions.us-east-1: without IPv6"));
    assertThat(rehearsable.deployment().names()).isEqualTo(everything.names());
    assertThat(rehearsable.deployment().healthChecks()).isEqualTo(everything.healthChecks());
    assertThat(rehearsable.deployment().cidrCollections()).isEqualTo(everything.cidrCollections());
    assertThat(rehearsable.deployment().state()).isInstanceOf(StateBackend.S3.class);
  }

  @Test
  void anotherEmulatorGetsEverything() {
    assertThat(RehearsalDeployment.of(everything, limits(false, false)).problems()).isEmpty();
  }

  @Test
  void anEditChangesTheFirstWeightAndOneRecord() {
    SampleEdit edit = SampleEdit.of(recipe).findFirst().orElseThrow();
    Set<RecordSet> changed = new HashSet<>(Compiler.compile(edit.deployment()).plan().records());
    Compiler.compile(recipe).plan().records().forEach(changed::remove);

    assertThat(edit.text()).isEqualTo("names.api.weighted.us-east-1: 50 to 51");
    assertThat(changed)
        .singleElement()
        .extracting(record -> record.key().toString())
        .isEqualTo("api.example.com A us-east-1");
  }

  private static RehearsalDeployment.Limits limits(boolean ours, boolean leaveOut) {
    return new RehearsalDeployment.Limits(ours, leaveOut);
  }

  private static Deployment read(String file) {
    return ReadDeclaration.good(Path.of(file));
  }
}
