package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.aws.LiveZones;
import dev.meridian.aws.emulator.EmulatorFixtures;
import dev.meridian.rehearse.LocalAws;
import dev.meridian.rehearse.LocalAwsProgram;
import dev.meridian.terraform.Terraform;
import dev.meridian.terraform.TerraformBinary;
import dev.meridian.terraform.TerraformFailed;
import dev.meridian.terraform.TerraformSettings;
import dev.meridian.terraform.json.PlanSummary;
import dev.meridian.terraform.json.PlanSummary.Action;
import dev.meridian.terraform.json.PlanSummary.Change;
import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import dev.meridian.testing.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.TagResourceType;

/**
 * The VPCs of a private zone come and go with the real provider, and the local AWS says which of
 * them resolve the zone. Only the DNS stack is applied: the states of the regions are written here.
 */
@Tag("terraform")
class ZoneAssociationsRehearsalTest {
  private static final String DNS = "shop-test-private-dns";
  private static final String ASSOCIATION = "aws_route53_zone_association.";
  private static final String THEIR_ACCOUNT = "222222222222";
  private static final String DECLARATION =
      """
      application: shop
      environment: test
      zone: example.com
      regions:
        us-east-1: {site: {network: {cidr: 10.0.0.0/16}}}
        eu-west-1: {site: {network: {cidr: 10.1.0.0/16}}}
      names: {api: {simple: us-east-1}}
      private:
        zone: example.com
        regions: [REGIONS]
        networks:
          partner: {vpc: PARTNER, region: us-west-2, role: "arn:aws:iam::222222222222:role/dns"}
      MORE
        endpoints: {db: {addresses: [10.0.200.20]}}
        names: {db: {simple: db}}
      """;

  @TempDir static Path folder;
  private static RunningProcesses processes;
  private static LocalAws aws;
  private static EmulatorFixtures fixtures;
  private static Path stack;
  private static Terraform dns;
  private static String virginia;
  private static String ireland;
  private static String partner;
  private static String lab;

  @BeforeAll
  static void createVpcs() throws Exception {
    processes =
        new RunningProcesses(
                ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL)
            .stoppedAtExit();
    aws =
        LocalAws.start(
            LocalAwsProgram.in(Path.of(""), processes, line -> {}),
            processes,
            LocalAws.Options.in(folder.resolve("aws")));
    TerraformSettings settings =
        TerraformSettings.usual(
                TerraformBinary.find(System.getenv()).orElseThrow(),
                processes,
                System.getenv(),
                folder.resolve("settings"))
            .with(aws.environment(System.getenv()));
    fixtures = new EmulatorFixtures(aws.access());
    virginia = fixtures.network("us-east-1", 0).vpcId();
    ireland = fixtures.network("eu-west-1", 0).vpcId();
    lab = fixtures.network("eu-west-2", 0).vpcId();
    partner = fixtures.inAccount(THEIR_ACCOUNT).network("us-west-2", 0).vpcId();
    state("us-east-1", virginia);
    state("eu-west-1", ireland);
    stack = folder.resolve("cdktf.out/stacks").resolve(DNS);
    dns = new Terraform("dns", stack, settings);
    synthesize("us-east-1, eu-west-1", "");
    dns.init();
  }

  /** The state of a region's stack, with the only output that the DNS stack reads here. */
  private static void state(String region, String vpc) throws IOException {
    String json =
        """
        {"version": 4, "terraform_version": "1.5.0", "serial": 1, "lineage": "test", "resources": [],
         "outputs": {"vpc_id": {"value": "%s", "type": "string"}}}
        """;
    Files.writeString(
        folder.resolve("terraform.shop-test-" + region + ".tfstate"), json.formatted(vpc));
  }

  private static void synthesize(String regions, String more) throws IOException {
    Path file = folder.resolve("meridian.yaml");
    Files.writeString(
        file,
        DECLARATION
            .replace("REGIONS", regions)
            .replace("PARTNER", partner)
            .replace("MORE\n", more));
    Run synth =
        Run.of("synth", "-c", file.toString(), "-o", folder.resolve("cdktf.out").toString());
    assertThat(synth.exitCode()).as(synth.toString()).isZero();
  }

  @AfterAll
  static void stop() {
    processes.close();
  }

  @TestFactory
  List<DynamicTest> everyDeclaredVpcResolvesTheZone() {
    return new Scenario()
        .needed("aNewZoneHasTheVpcsOfAllAccounts", ZoneAssociationsRehearsalTest::aNewZone)
        .step("theSecondPlanIsEmpty", ZoneAssociationsRehearsalTest::theSecondPlanIsEmpty)
        .needed("anAddedVpcIsAssociatedWhateverTheOrder", ZoneAssociationsRehearsalTest::anAddedVpc)
        .needed("aReplacedVpcIsAssociated", ZoneAssociationsRehearsalTest::aReplacedVpc)
        .needed("aRemovedVpcLeaves", ZoneAssociationsRehearsalTest::aRemovedVpc)
        .needed("destroyKeepsTheZoneAndItsFirstVpc", ZoneAssociationsRehearsalTest::keptZone)
        .needed(
            "theFirstVpcStaysUntilItIsHandedOver", ZoneAssociationsRehearsalTest::theFirstVpcStays)
        .step("theZoneOfAnEarlierStackKeepsItsVpcs", ZoneAssociationsRehearsalTest::anEarlierZone)
        .steps();
  }

  private static void aNewZone() throws Exception {
    dns.apply();

    assertThat(vpcs()).containsExactlyInAnyOrder(virginia, ireland, partner);
  }

  private static void theSecondPlanIsEmpty() throws Exception {
    assertThat(planned().isEmpty()).isTrue();
  }

  /** The zone was created with the VPC of us-east-1, and keeps it. */
  private static void anAddedVpc() throws Exception {
    synthesize("eu-west-1, us-east-1", "    lab: {vpc: " + lab + ", region: eu-west-2}\n");

    assertThat(addresses()).containsExactly("create " + ASSOCIATION + "network_lab[0]");
    dns.apply();

    assertThat(vpcs()).containsExactlyInAnyOrder(virginia, ireland, partner, lab);
    assertThat(planned().isEmpty()).isTrue();
  }

  private static void aReplacedVpc() throws Exception {
    String other = fixtures.network("us-east-1", 0).vpcId();
    state("us-east-1", other);

    assertThat(addresses()).containsExactly("create " + ASSOCIATION + "us-east-1[0]");
    dns.apply();

    assertThat(vpcs()).containsExactlyInAnyOrder(virginia, other, ireland, partner, lab);
    state("us-east-1", virginia);
    dns.apply();
    assertThat(vpcs()).containsExactlyInAnyOrder(virginia, ireland, partner, lab);
  }

  private static void aRemovedVpc() throws Exception {
    synthesize("us-east-1, eu-west-1", "");

    assertThat(addresses()).containsExactly("delete " + ASSOCIATION + "network_lab[0]");
    dns.apply();

    assertThat(vpcs()).containsExactlyInAnyOrder(virginia, ireland, partner);
  }

  /** Then the stack is applied again. */
  private static void keptZone() throws Exception {
    Run destroy =
        Run.of(
            "destroy",
            "private-dns",
            "--yes",
            "-c",
            folder.resolve("meridian.yaml").toString(),
            "-o",
            folder.resolve("cdktf.out").toString(),
            "--aws-endpoint",
            aws.endpoint().toString());
    assertThat(destroy.exitCode()).as(destroy.toString()).isZero();
    assertThat(vpcs()).containsExactly(virginia);

    dns.apply();

    assertThat(vpcs()).containsExactlyInAnyOrder(virginia, ireland, partner);
    assertThat(planned().isEmpty()).isTrue();
  }

  /** The commands of docs/private-dns.md. */
  private static void theFirstVpcStays() throws Exception {
    synthesize("eu-west-1", "");

    assertThat(addresses()).isEmpty();
    assertThat(vpcs()).contains(virginia);

    forget(ASSOCIATION + "eu-west-1[0]");
    tag(ireland);
    try (Route53Client route53 = aws.access().route53()) {
      route53.disassociateVPCFromHostedZone(
          r -> r.hostedZoneId(zoneId()).vpc(v -> v.vpcId(virginia).vpcRegion("us-east-1")));
    }
    assertThat(addresses()).isEmpty();
    assertThat(vpcs()).containsExactlyInAnyOrder(ireland, partner);
  }

  /** Earlier stacks had all VPCs of the account in the zone's vpc blocks, and no tag. */
  private static void anEarlierZone() throws Exception {
    try (Route53Client route53 = aws.access().route53()) {
      route53.associateVPCWithHostedZone(
          r -> r.hostedZoneId(zoneId()).vpc(v -> v.vpcId(virginia).vpcRegion("us-east-1")));
      route53.changeTagsForResource(
          r ->
              r.resourceType(TagResourceType.HOSTEDZONE)
                  .resourceId(zoneId())
                  .removeTagKeys("CreatedWithVpc"));
    }
    synthesize("us-east-1, eu-west-1", "");

    assertThatThrownBy(dns::apply)
        .isInstanceOf(TerraformFailed.class)
        .hasMessageContaining("ConflictingDomainExists");
    assertThat(vpcs()).containsExactlyInAnyOrder(virginia, ireland, partner);

    tag(virginia);
    Files.writeString(
        stack.resolve("imports.tf"),
        """
        import {
          to = aws_route53_zone_association.eu-west-1[0]
          id = "%s:%s:eu-west-1"
        }
        """
            .formatted(zoneId(), ireland));
    PlanSummary summary = planned();
    assertThat(summary.imports()).isOne();
    assertThat(summary.counts().keySet()).doesNotContain(Action.CREATE, Action.DELETE);
    dns.apply();
    assertThat(planned().isEmpty()).isTrue();
    assertThat(vpcs()).containsExactlyInAnyOrder(virginia, ireland, partner);
  }

  private static void tag(String vpc) {
    try (Route53Client route53 = aws.access().route53()) {
      route53.changeTagsForResource(
          r ->
              r.resourceType(TagResourceType.HOSTEDZONE)
                  .resourceId(zoneId())
                  .addTags(
                      software.amazon.awssdk.services.route53.model.Tag.builder()
                          .key("CreatedWithVpc")
                          .value(vpc)
                          .build()));
    }
  }

  /** What {@code terraform state rm} does. */
  private static void forget(String address) throws Exception {
    Process process =
        new ProcessBuilder("terraform", "state", "rm", address)
            .directory(stack.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  private static String zoneId() {
    try (Route53Client route53 = aws.access().route53()) {
      return route53.listHostedZones().hostedZones().get(0).id().replace("/hostedzone/", "");
    }
  }

  private static NavigableSet<String> vpcs() throws Exception {
    try (LiveZones zones = new LiveZones(aws.access())) {
      return zones.vpcs(zoneId());
    }
  }

  private static PlanSummary planned() throws Exception {
    Path file = folder.resolve("plan");
    dns.plan(file);
    return dns.show(file).summary();
  }

  private static List<String> addresses() throws Exception {
    return planned().changes().stream()
        .filter(change -> change.action() != Action.READ)
        .map(ZoneAssociationsRehearsalTest::line)
        .toList();
  }

  private static String line(Change change) {
    return change.action().toString().toLowerCase(Locale.ROOT) + " " + change.address();
  }
}
