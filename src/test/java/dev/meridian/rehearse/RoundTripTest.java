package dev.meridian.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.aws.HealthCheckOwner;
import dev.meridian.aws.LiveZone;
import dev.meridian.aws.LiveZones;
import dev.meridian.model.DnsName;
import dev.meridian.model.RoutingPlan;
import dev.meridian.operate.Difference;
import dev.meridian.operate.PlanComparison;
import dev.meridian.terraform.Progress;
import dev.meridian.terraform.Terraform;
import dev.meridian.terraform.TerraformBinary;
import dev.meridian.terraform.TerraformSettings;
import dev.meridian.terraform.json.PlanSummary;
import dev.meridian.terraform.json.PlansRead;
import dev.meridian.terraform.json.RoutingPlans;
import dev.meridian.terraform.json.TerraformFile;
import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The real terraform and AWS provider on the local AWS: what is read in every way is the same. */
@Tag("terraform")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RoundTripTest {
  private static final Path HCL = Path.of("src/test/resources/dev/meridian/rehearse/policies");
  private static final DnsName ZONE = new DnsName("example.com");

  @TempDir static Path folder;
  private static RunningProcesses processes;
  private static LocalAws aws;
  private static Terraform terraform;
  private static PlansRead planned;
  private static PlanSummary summary;
  private static final List<Progress> HEARD = Collections.synchronizedList(new ArrayList<>());

  @BeforeAll
  static void applyEverything() throws Exception {
    processes =
        new RunningProcesses(
                ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL)
            .stoppedAtExit();
    aws =
        LocalAws.start(
            LocalAwsProgram.in(Path.of(""), processes, line -> {}),
            processes,
            LocalAws.Options.in(folder.resolve("aws")));
    Path stack = Files.createDirectories(folder.resolve("stack"));
    Files.copy(HCL.resolve("main.tf"), stack.resolve("main.tf"));
    TerraformSettings settings =
        TerraformSettings.usual(
                TerraformBinary.find(System.getenv()).orElseThrow(),
                processes,
                System.getenv(),
                folder.resolve("settings"))
            .with(aws.environment(System.getenv()))
            .withListener((name, progress) -> HEARD.add(progress));
    terraform = new Terraform("policies", stack, settings);
    terraform.init();
    Path plan = folder.resolve("plan");
    assertThat(terraform.plan(plan)).isTrue();
    TerraformFile shown = terraform.show(plan);
    planned = RoutingPlans.read(List.of(shown));
    summary = shown.summary();
    terraform.apply(plan);
  }

  @AfterAll
  static void stopEverything() {
    processes.close();
  }

  @Test
  @Order(1)
  void planStateRawStateAndLiveZoneAreTheSameRoutingPlan() throws Exception {
    Path raw = folder.resolve("stack/terraform.tfstate");
    PlansRead state = RoutingPlans.read(List.of(terraform.show(raw)));
    PlansRead pulled = RoutingPlans.read(List.of(terraform.state()));

    assertThat(planned.unread()).isEmpty();
    assertThat(state.unread()).isEmpty();
    assertThat(pulled.unread()).isEmpty();
    RoutingPlan expected = planned.plan(ZONE).orElseThrow();
    assertThat(expected.records()).hasSize(16);
    assertThat(expected.healthChecks()).hasSize(7);
    assertThat(state.plan(ZONE)).contains(expected);
    assertThat(pulled.plan(ZONE)).contains(expected);
  }

  @Test
  @Order(2)
  void theLiveZoneIsAsPlannedSaveForTheHealthCheckThatNoRecordUses() throws Exception {
    RoutingPlan expected = planned.plan(ZONE).orElseThrow();
    LiveZone zone = live();

    assertThat(zone.unread()).isEmpty();
    assertThat(zone.plan().records()).isEqualTo(expected.records());
    assertThat(PlanComparison.compare(expected, zone.plan()))
        .extracting(Difference::toString)
        .containsExactly("health check database: presence is absent, expected present");
  }

  @Test
  @Order(3)
  void healthChecksOfTheOwnerAreReadToo() throws Exception {
    try (LiveZones zones = new LiveZones(aws.access())) {
      LiveZone owned =
          zones.read(
              zones.find("example.com").get(0),
              new HealthCheckOwner(Map.of("Owner", "ops"), Map.of()));
      assertThat(owned.plan().healthChecksById()).containsKeys("database", "us-east-1", "both");
      LiveZone queue =
          zones.read(
              zones.find("example.com").get(0),
              new HealthCheckOwner(Map.of("Name", "queue"), Map.of()));
      assertThat(queue.unread()).isEmpty();
      assertThat(zones.find("elsewhere.example")).isEmpty();
      assertThat(zones.read(zones.find(owned.id()).get(0)).name()).isEqualTo(ZONE);
    }
  }

  @Test
  @Order(4)
  void terraformTellsWhatItDoesAsItDoesIt() {
    assertThat(HEARD)
        .filteredOn(Progress.Resource.class::isInstance)
        .extracting(p -> ((Progress.Resource) p).step())
        .contains(Progress.Step.PLANNED, Progress.Step.STARTED, Progress.Step.COMPLETE);
    assertThat(HEARD).contains(new Progress.Summary("apply", 27, 0, 0));
    assertThat(summary.counts()).containsExactly(Map.entry(PlanSummary.Action.CREATE, 27));
  }

  @Test
  @Order(5)
  void aRecordChangedBehindTerraformsBackIsFoundAndNamed() throws Exception {
    changeWeight(77);

    List<Difference> found =
        PlanComparison.compare(planned.plan(ZONE).orElseThrow(), live().plan());

    assertThat(found).contains(new Difference("record api.example.com A us", "weight", "50", "77"));
  }

  @Test
  @Order(6)
  void terraformPlansOneUpdateInPlaceToMendIt() throws Exception {
    Path plan = folder.resolve("mend");

    terraform.plan(plan, "-target=aws_route53_record.api");
    PlanSummary mend = terraform.show(plan).summary();

    assertThat(mend.changes())
        .containsExactly(
            new PlanSummary.Change(
                "aws_route53_record.api[\"us\"]",
                "aws_route53_record",
                PlanSummary.Action.UPDATE,
                List.of(
                    new PlanSummary.AttributeChange(
                        "weighted_routing_policy[0].weight", "77", "50"))));
  }

  @Test
  @Order(7)
  void destroyLeavesNothing() throws Exception {
    terraform.destroy();

    try (LiveZones zones = new LiveZones(aws.access())) {
      assertThat(zones.find("example.com")).isEmpty();
    }
    assertThat(terraform.state().size()).isZero();
  }

  private static LiveZone live() throws Exception {
    try (LiveZones zones = new LiveZones(aws.access())) {
      return zones.read(zones.find("example.com").get(0));
    }
  }

  private static void changeWeight(long weight) throws Exception {
    String zone = live().id();
    try (Route53Client route53 =
        Route53Client.builder()
            .endpointOverride(aws.endpoint())
            .region(Region.AWS_GLOBAL)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("testing", "testing")))
            .build()) {
      ResourceRecordSet old =
          route53
              .listResourceRecordSetsPaginator(r -> r.hostedZoneId(zone))
              .resourceRecordSets()
              .stream()
              .filter(set -> "us".equals(set.setIdentifier()))
              .findFirst()
              .orElseThrow();
      Change change =
          Change.builder()
              .action(ChangeAction.UPSERT)
              .resourceRecordSet(old.toBuilder().weight(weight).build())
              .build();
      route53.changeResourceRecordSets(
          r -> r.hostedZoneId(zone).changeBatch(b -> b.changes(change)));
    }
  }
}
