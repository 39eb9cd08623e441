package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.rehearse.LocalAws;
import dev.meridian.rehearse.LocalAwsProgram;
import dev.meridian.terraform.Terraform;
import dev.meridian.terraform.TerraformBinary;
import dev.meridian.terraform.TerraformSettings;
import dev.meridian.terraform.json.PlanSummary;
import dev.meridian.terraform.json.PlanSummary.Action;
import dev.meridian.terraform.json.PlanSummary.Change;
import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import dev.meridian.testing.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stack of an earlier version is applied again, and then its branches, endpoints, and health
 * checks get other names, with the real provider, while clients ask the zone.
 */
@Tag("terraform")
class RenameRehearsalTest {
  private static final Path DECLARATIONS = Path.of("src/test/resources/dev/meridian/renames");
  private static final String STACK = "shop-production-dns";
  private static final String HIDDEN = "aws_route53_record._";
  private static final String OWNER = "_meridian__txt";

  @TempDir static Path folder;
  private static RunningProcesses processes;
  private static Terraform dns;
  private static ZonePoller clients;
  private static Path stack;
  private static Path plan;

  @BeforeAll
  static void applyTheStackOfAnEarlierVersion() throws Exception {
    processes =
        new RunningProcesses(
                ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL)
            .stoppedAtExit();
    LocalAws aws =
        LocalAws.start(
            LocalAwsProgram.in(Path.of(""), processes, line -> {}),
            processes,
            LocalAws.Options.in(folder.resolve("aws")));
    clients = ZonePoller.afterEachChange(aws);
    TerraformSettings settings =
        TerraformSettings.usual(
                TerraformBinary.find(System.getenv()).orElseThrow(),
                processes,
                System.getenv(),
                folder.resolve("settings"))
            .with(aws.environment(System.getenv()))
            .with(clients.environment());
    stack = folder.resolve("cdktf.out/stacks").resolve(STACK);
    plan = folder.resolve("plan");
    dns = new Terraform("dns", stack, settings);
    synthesize(Files.readString(DECLARATIONS.resolve("before.yaml")));
    Path file = stack.resolve("cdk.tf");
    Files.writeString(file, asEarlier(Files.readString(file)));
    dns.init();
    dns.apply();
    clients.start();
  }

  /**
   * What earlier versions wrote: no kinds in hidden names, no owner, and nothing that keeps an
   * order.
   */
  private static String asEarlier(String hcl) {
    String earlier =
        hcl.substring(hcl.indexOf("\n\n"))
            .replaceAll("(_(?:deep|kind)-[a-z-]+?)-(?:weighted|failover)(?=[_.\"])", "$1")
            .replaceAll("(?ms)^moved \\{.*?^}\n", "")
            .replaceAll("(?ms)^  lifecycle \\{.*?^  }\n", "")
            .replaceAll("(?m)^  depends_on +=( \\[\n(?:    .*\n)*)?.*\n", "")
            .replaceAll("(?ms)^resource \"aws_route53_record\" \"" + OWNER + "\" \\{.*?^}\n", "");
    assertThat(earlier)
        .contains("\"_deep-outer.example.com\"", "\"_kind-primary.example.com\"")
        .doesNotContain("-weighted", "-failover", "moved", "lifecycle", "depends_on", OWNER);
    return earlier;
  }

  private static void synthesize(String declaration) throws IOException {
    Path file = Files.writeString(folder.resolve("meridian.yaml"), declaration);
    Run synth =
        Run.of("synth", "-c", file.toString(), "-o", folder.resolve("cdktf.out").toString());
    assertThat(synth.exitCode()).as(synth.toString()).isZero();
  }

  @AfterAll
  static void stop() {
    clients.close();
    processes.close();
  }

  @TestFactory
  List<DynamicTest> renames() {
    return new Scenario()
        .needed("hiddenGroupsGetTheirKind", RenameRehearsalTest::hiddenGroupsGetTheirKind)
        .needed("everythingGetsAnotherName", RenameRehearsalTest::everythingGetsAnotherName)
        .needed("earlierNamesCanStayOrGo", RenameRehearsalTest::earlierNamesCanStayOrGo)
        .step("everyQuestionWasAnswered", RenameRehearsalTest::everyQuestionWasAnswered)
        .step(
            "withoutItsEarlierNameARecordSetIsDeletedAndCreated",
            RenameRehearsalTest::withoutItsEarlierNameARecordSetIsDeletedAndCreated)
        .steps();
  }

  private static void hiddenGroupsGetTheirKind() throws Exception {
    synthesize(Files.readString(DECLARATIONS.resolve("before.yaml")));

    PlanSummary summary = planned();

    assertThat(summary.counts()).containsOnlyKeys(Action.REPLACE, Action.UPDATE, Action.CREATE);
    assertThat(addresses(summary, Action.CREATE)).containsExactly("aws_route53_record." + OWNER);
    assertThat(summary.of(Action.REPLACE))
        .extracting(Change::address)
        .allMatch(address -> address.startsWith(HIDDEN));
    apply();
  }

  private static void everythingGetsAnotherName() throws Exception {
    synthesize(Files.readString(DECLARATIONS.resolve("after.yaml")));

    PlanSummary summary = planned();

    // The name of an alarm cannot change. The policy of another kind is another group.
    assertThat(addresses(summary, Action.DELETE, Action.CREATE))
        .allMatch(address -> address.startsWith("aws_route53_record._kind-primary-"));
    assertThat(addresses(summary, Action.REPLACE))
        .allMatch(
            address ->
                address.startsWith(HIDDEN) || address.startsWith("aws_cloudwatch_metric_alarm."));
    assertThat(addresses(summary, Action.UPDATE))
        .contains(
            "aws_route53_health_check.berlin-1",
            "aws_route53_health_check.deep-middle-primary-due",
            "aws_route53_health_check.front",
            "aws_route53_record.api_green",
            "aws_route53_record.deep_middle",
            "aws_route53_record.fast_eu-west-1",
            "aws_route53_record.geo_DE",
            "aws_route53_record.many_rack-1-203_0_113_31");
    apply();
  }

  private static void earlierNamesCanStayOrGo() throws Exception {
    synthesize(
        Files.readString(DECLARATIONS.resolve("after.yaml"))
            .replaceAll(", was: (\"[^\"]*\"|[a-z]+)", "")
            .replaceAll("(?m)^ +was: .*\n", ""));

    assertThat(dns.plan(plan)).isFalse();
  }

  private static void everyQuestionWasAnswered() throws Exception {
    clients.ask();

    assertThat(clients.unanswered().stream().filter(question -> !question.startsWith("record ")))
        .isEmpty();
    assertThat(clients.questions()).isGreaterThan(10);
    assertThat(clients.rounds()).as("rounds").isGreaterThan(5);
  }

  /** Route 53 refuses to create such a record set before the other one is deleted. */
  private static void withoutItsEarlierNameARecordSetIsDeletedAndCreated() throws Exception {
    synthesize(
        Files.readString(DECLARATIONS.resolve("after.yaml"))
            .replace("was: \"EU (Ireland)\"", "identifier: ireland"));

    PlanSummary summary = planned();

    assertThat(addresses(summary, Action.DELETE))
        .containsExactly("aws_route53_record.fast_eu-west-1");
    assertThat(addresses(summary, Action.CREATE))
        .containsExactly("aws_route53_record.fast_ireland");
  }

  private static PlanSummary planned() throws Exception {
    assertThat(dns.plan(plan)).isTrue();
    return dns.show(plan).summary();
  }

  /** Applies the plan while clients ask; after that, there is nothing left to do. */
  private static void apply() throws Exception {
    clients.during(() -> dns.apply(plan));
    assertThat(dns.plan(plan)).isFalse();
  }

  private static Set<String> addresses(PlanSummary summary, Action... actions) {
    Set<String> addresses = new TreeSet<>();
    for (Action action : actions) {
      summary.of(action).forEach(change -> addresses.add(change.address()));
    }
    return addresses;
  }
}
