package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.aws.LiveResources;
import dev.meridian.aws.LiveZones;
import dev.meridian.rehearse.LocalAws;
import dev.meridian.rehearse.LocalAwsProgram;
import dev.meridian.terraform.Terraform;
import dev.meridian.terraform.TerraformBinary;
import dev.meridian.terraform.TerraformFailed;
import dev.meridian.terraform.TerraformSettings;
import dev.meridian.terraform.json.ManagedResource;
import dev.meridian.terraform.json.PlanSummary;
import dev.meridian.terraform.json.PlanSummary.Action;
import dev.meridian.terraform.json.PlanSummary.Change;
import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import dev.meridian.testing.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * The life of a zone and of two regions with the real provider. The regions' stacks have only
 * outputs, because a load balancer takes minutes.
 */
@Tag("terraform")
class DestroyRehearsalTest {
  private static final String DNS = "shop-prod-dns";
  private static final String CREATED = "example.com";
  private static final String BOTH = "us-east-1, eu-west-1";

  @TempDir static Path folder;
  private static RunningProcesses processes;
  private static LocalAws aws;
  private static TerraformSettings settings;
  private static Path plan;
  private static String zoneId;
  private static ZonePoller clients;

  @BeforeAll
  static void deploy() throws Exception {
    processes =
        new RunningProcesses(
                ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL)
            .stoppedAtExit();
    aws =
        LocalAws.start(
            LocalAwsProgram.in(Path.of(""), processes, line -> {}),
            processes,
            LocalAws.Options.in(folder.resolve("aws")));
    clients = ZonePoller.afterEachChange(aws);
    settings =
        TerraformSettings.usual(
                TerraformBinary.find(System.getenv()).orElseThrow(),
                processes,
                System.getenv(),
                folder.resolve("settings"))
            .with(aws.environment(System.getenv()))
            .with(clients.environment());
    plan = folder.resolve("plan");
    assertThat(synth(CREATED, BOTH).err()).isEmpty();
    for (String stack : List.of("shop-prod-us-east-1", "shop-prod-eu-west-1", DNS)) {
      terraform(stack).init();
      terraform(stack).apply();
    }
    zoneId = state(DNS, "aws_route53_zone").get(0).attribute("zone_id");
    clients.start();
  }

  @AfterAll
  static void stop() {
    clients.close();
    processes.close();
  }

  @TestFactory
  List<DynamicTest> nothingIsDestroyedThatIsNotNamed() {
    return new Scenario()
        .step("noPlanDestroysTheZone", DestroyRehearsalTest::noPlanDestroysTheZone)
        .step("anotherZoneNameIsExplained", DestroyRehearsalTest::anotherZoneNameIsExplained)
        .needed("anAdoptedZoneIsForgotten", DestroyRehearsalTest::anAdoptedZoneIsForgotten)
        .needed("aZoneIsCreatedAgainByImport", DestroyRehearsalTest::aZoneIsCreatedAgainByImport)
        .step("aRegionInUseStays", DestroyRehearsalTest::aRegionInUseStays)
        .needed("aRemovedRegionGoesLast", DestroyRehearsalTest::aRemovedRegionGoesLast)
        .needed("theWrongOrderHasAWayOut", DestroyRehearsalTest::theWrongOrderHasAWayOut)
        .needed("everythingGoesButTheZone", DestroyRehearsalTest::everythingGoesButTheZone)
        .step("aZoneWithOtherRecordsStays", DestroyRehearsalTest::aZoneWithOtherRecordsStays)
        .needed("aNamedZoneGoes", DestroyRehearsalTest::aNamedZoneGoes)
        .steps();
  }

  private static void noPlanDestroysTheZone() {
    assertThatThrownBy(() -> terraform(DNS).plan(plan, "-destroy"))
        .isInstanceOf(TerraformFailed.class)
        .hasMessageContaining("would destroy a hosted zone", "--delete-zone");
  }

  private static void anotherZoneNameIsExplained() throws Exception {
    assertThat(synth("example.net", BOTH).err())
        .contains("The zone was example.com, and is example.net now", "--delete-zone example.com");
    assertThatThrownBy(() -> terraform(DNS).plan(plan))
        .isInstanceOf(TerraformFailed.class)
        .hasMessageContaining("another declaration with its own environment");
    synth(CREATED, BOTH);
  }

  private static void anAdoptedZoneIsForgotten() throws Exception {
    Run synth = synth("{name: example.com, id: " + zoneId + "}", BOTH);
    assertThat(synth.err()).contains(DNS + " forgets the zone example.com");
    assertThat(terraform(DNS).plan(plan)).isTrue();
    PlanSummary summary = terraform(DNS).show(plan).summary();

    assertThat(summary.counts()).containsOnlyKeys(Action.FORGET, Action.CREATE, Action.DELETE);
    assertThat(summary.of(Action.DELETE)) // the owner of the zone, and that of its names instead
        .extracting(Change::address)
        .containsExactly("aws_route53_record._meridian__txt");
    assertThat(summary.of(Action.CREATE))
        .extracting(Change::address)
        .allMatch(address -> address.startsWith("aws_route53_record._meridian_"));
    assertThat(summary.of(Action.FORGET))
        .extracting(Change::address)
        .containsExactly("aws_route53_zone.main");
    clients.during(() -> terraform(DNS).apply(plan));
    assertThat(terraform(DNS).plan(plan)).isFalse();
    assertThat(clients.unanswered()).allMatch(question -> question.startsWith("record _meridian."));
    assertThat(clients.changed()).isEmpty();
  }

  private static void aZoneIsCreatedAgainByImport() throws Exception {
    assertThat(synth(CREATED, BOTH).err())
        .contains("it would create a second, empty zone", "./meridian adopt");
    assertThat(run("adopt", "-c", declaration()).err()).isEmpty();
    assertThat(synth(CREATED, BOTH).exitCode()).isZero();
    assertThat(terraform(DNS).plan(plan)).isTrue();
    PlanSummary summary = terraform(DNS).show(plan).summary();

    assertThat(summary.imports()).isOne();
    assertThat(summary.of(Action.CREATE)) // the owner of the zone
        .extracting(Change::address)
        .containsExactly("aws_route53_record._meridian__txt");
    assertThat(summary.of(Action.REPLACE)).isEmpty();
    clients.during(() -> terraform(DNS).apply(plan));
    assertThat(state(DNS, "aws_route53_zone").get(0).attribute("zone_id")).isEqualTo(zoneId);
    assertThat(clients.unanswered()).allMatch(question -> question.startsWith("record _meridian."));
    Files.delete(folder.resolve("meridian.imports.yaml"));
    synth(CREATED, BOTH);
  }

  private static void aRegionInUseStays() throws Exception {
    Run run = destroy("eu-west-1");

    assertThat(run.exitCode()).as(run.toString()).isOne();
    assertThat(run.out())
        .contains(
            "shop-prod-eu-west-1 is still in use:",
            " routes names to eu-west-1",
            DNS + " has applied aws_route53_",
            "1 finding; nothing was destroyed.");
    assertThat(state("shop-prod-eu-west-1", "terraform_data")).hasSize(1);
  }

  private static void aRemovedRegionGoesLast() throws Exception {
    assertThat(synth(CREATED, "us-east-1").err()).contains("eu-west-1", "is left over");
    assertThat(destroy("eu-west-1").out()).contains(DNS + " has applied aws_route53_");
    Run diff = run("diff", "-c", declaration(), "-o", output());
    assertThat(diff.out())
        .contains("shop-prod-eu-west-1 is left over", "its state has 1 resource. Apply " + DNS);
    terraform(DNS).apply();
    Run after = run("diff", "-c", declaration(), "-o", output());
    assertThat(after.out()).contains("shop-prod-dns: no changes", "shop-prod-eu-west-1 is left");
    assertThat(run("verify", "-c", declaration(), "-o", output()).out())
        .contains("shop-prod-eu-west-1 is left over", "1 resource")
        .doesNotContain("As declared");

    Run run = destroy("eu-west-1");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out()).contains("Destroyed 1 resource.", "Remove the folder ");
    assertThat(state("shop-prod-eu-west-1", "terraform_data")).isEmpty();
    assertThat(run("diff", "-c", declaration(), "-o", output()).out())
        .contains("and its state has no resources. Remove the folder ");
  }

  private static void theWrongOrderHasAWayOut() throws Exception {
    terraform("shop-prod-us-east-1").destroy();

    assertThatThrownBy(() -> terraform(DNS).plan(plan))
        .isInstanceOf(TerraformFailed.class)
        .hasMessageContaining("If it was destroyed", "./meridian destroy");
    assertThatThrownBy(() -> terraform(DNS).plan(plan, "-destroy"))
        .isInstanceOf(TerraformFailed.class);
  }

  private static void everythingGoesButTheZone() throws Exception {
    Run run = destroy();

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out())
        .contains(
            "Terraform reads outputs that no longer exist",
            "aws_route53_zone.main (example.com, " + zoneId + ") stays",
            "shop-prod-us-east-1: nothing left to destroy",
            "The hosted zone example.com stays.");
    assertThat(terraform(DNS).state().managed())
        .extracting(ManagedResource::address)
        .containsExactly("aws_route53_zone.main");
    try (LiveZones zones = new LiveZones(aws.access())) {
      assertThat(zones.recordSets(zones.find(zoneId).get(0).name(), zoneId)).isEmpty();
    }
    assertThat(destroy().out()).contains("Nothing is left to destroy.");
  }

  private static void aZoneWithOtherRecordsStays() throws Exception {
    ResourceRecordSet other =
        ResourceRecordSet.builder()
            .name("*.other.example.com.")
            .type(RRType.TXT)
            .ttl(60L)
            .resourceRecords(ResourceRecord.builder().value("\"mine\"").build())
            .build();
    try (LocalRoute53 route53 = new LocalRoute53(aws.endpoint().toString())) {
      route53.change(ChangeAction.CREATE, other);
      Run run = destroy("--delete-zone", CREATED);
      route53.change(ChangeAction.DELETE, other);

      assertThat(run.exitCode()).as(run.toString()).isOne();
      assertThat(run.out())
          .contains("does not manage, so Route 53 does not delete it: *.other.example.com TXT");
    }
    assertThat(destroy("--delete-zone", "example.org").err())
        .contains("has no hosted zone example.org", "name the zone that it has: example.com");
  }

  private static void aNamedZoneGoes() throws Exception {
    Run run = destroy("--delete-zone", CREATED);

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out()).contains("Destroyed 1 resource.", "remove its delegation");
    assertThat(LiveResources.in(List.of(), false, aws.access())).isEmpty();
    assertThat(folder.resolve("cdktf.out/stacks").resolve(DNS))
        .isDirectoryNotContaining("glob:**_override.tf");
    assertThat(destroy("--delete-zone", CREATED).out()).contains("Nothing is left to destroy.");
  }

  private static Run destroy(String... more) {
    List<String> words = new ArrayList<>(List.of("destroy", "-c", declaration(), "-o", output()));
    words.add("--yes");
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  private static Run run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--aws-endpoint", aws.endpoint().toString()));
    return Run.of(all.toArray(String[]::new));
  }

  /** Writes the stacks, and replaces those of the regions. */
  private static Run synth(String zone, String regions) throws IOException {
    String targets = regions.replaceAll("([a-z0-9-]+)", "$1: 1");
    Files.writeString(
        Path.of(declaration()),
        """
        application: shop
        environment: prod
        zone: %s
        regions: [%s]
        alerts: {enabled: false}
        names: {www: {weighted: {%s}}}
        """
            .formatted(zone, regions, targets));
    for (String region : List.of("us-east-1", "eu-west-1")) {
      if (regions.contains(region)) {
        Files.deleteIfExists(cdk(region)); // synth does not overwrite what was changed by hand
      }
    }
    Run synth = Run.of("synth", "-c", declaration(), "-o", output());
    assertThat(synth.exitCode()).as(synth.toString()).isZero();
    for (String region : List.of("us-east-1", "eu-west-1")) {
      if (regions.contains(region)) {
        replace(region);
      }
    }
    return synth;
  }

  private static void replace(String region) throws IOException {
    String synthesized = Files.readString(cdk(region));
    Files.writeString(
        cdk(region),
        synthesized.substring(0, synthesized.indexOf("\nresource "))
            + """

            resource "terraform_data" "lb" {
              input = "shop-%s.elb.amazonaws.com"
            }
            output "alb_dns_name" {
              value = terraform_data.lb.output
            }
            output "alb_zone_id" {
              value = "Z35SXDOTRQ7X7K"
            }
            """
                .formatted(region));
  }

  private static Path cdk(String region) {
    return folder.resolve("cdktf.out/stacks/shop-prod-" + region + "/cdk.tf");
  }

  private static List<ManagedResource> state(String stack, String type) throws Exception {
    return terraform(stack).state().managed().stream()
        .filter(resource -> resource.type().equals(type))
        .toList();
  }

  private static Terraform terraform(String stack) {
    return new Terraform(stack, folder.resolve("cdktf.out/stacks").resolve(stack), settings);
  }

  private static String declaration() {
    return folder.resolve("meridian.yaml").toString();
  }

  private static String output() {
    return folder.resolve("cdktf.out").toString();
  }
}
