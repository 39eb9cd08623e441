package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.operate.EmulatorDifferences;
import dev.meridian.terraform.Terraform;
import dev.meridian.testing.Scenario;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The recipe is applied once by {@code rehearse --keep}; every step works on that. */
@Tag("terraform")
class RecipeRehearsalTest {
  private static final String DNS = "storefront-production-dns";
  private static final String IRELAND = "storefront-production-eu-west-1";

  private static final String PINNED =
      """
      regions:
        us-east-1: {}
        eu-west-1: {pinned: pinned/eu-west-1.yaml}
        ap-southeast-1: {}\
      """;

  @TempDir static Path folder;
  private static Path declaration;
  private static Path rehearsal;
  private static KeptRehearsal kept;
  private static String endpoint = "";

  @BeforeAll
  static void rehearse() throws IOException {
    declaration = Files.copy(Path.of("meridian.yaml"), folder.resolve("meridian.yaml"));
    rehearsal = folder.resolve("rehearsal");
    kept =
        KeptRehearsal.of(
            declaration,
            rehearsal,
            "--drill",
            "--down",
            "us-east-1",
            "--name",
            "failover.api",
            "--speed",
            "10");
    endpoint = kept.endpoint();
  }

  @AfterAll
  static void end() {
    kept.close();
  }

  /**
   * The order matters twice: what is changed by hand near the end stays changed until the last
   * step, which destroys everything.
   */
  @TestFactory
  List<DynamicTest> theRecipeIsRehearsedVerifiedAndDestroyed() {
    return new Scenario()
        .needed("theRecipeWorksAsDeclared", RecipeRehearsalTest::theRecipeWorksAsDeclared)
        .step(
            "theDrillWasPlayedWithTheAnswersOfTheAppliedZone",
            RecipeRehearsalTest::theDrillWasPlayedWithTheAnswersOfTheAppliedZone)
        .step("serveAnswersFromTheAppliedZone", RecipeRehearsalTest::serveAnswersFromTheAppliedZone)
        .step("drillReadsTheAppliedZone", RecipeRehearsalTest::drillReadsTheAppliedZone)
        .step(
            "everyDifferenceThatIsExcusedOccurs",
            RecipeRehearsalTest::everyDifferenceThatIsExcusedOccurs)
        .step(
            "verifyReadsTheStatesAndFindsAllAsDeclared",
            RecipeRehearsalTest::verifyReadsTheStatesAndFindsAllAsDeclared)
        .step(
            "verifyWithoutStatesLooksAtNamesAndTags",
            RecipeRehearsalTest::verifyWithoutStatesLooksAtNamesAndTags)
        .step(
            "verifyNamesARecordThatWasChangedBehindTerraformsBack",
            RecipeRehearsalTest::verifyNamesARecordThatWasChangedBehindTerraformsBack)
        .step("verifyNamesARecordThatIsGone", RecipeRehearsalTest::verifyNamesARecordThatIsGone)
        .step(
            "pinWritesTheOutputsAndNeverOverSomethingElse",
            RecipeRehearsalTest::pinWritesTheOutputsAndNeverOverSomethingElse)
        .step(
            "diffShowsOneChangeAmongAllStacksForProgramsToo",
            RecipeRehearsalTest::diffShowsOneChangeAmongAllStacksForProgramsToo)
        .step(
            "withoutARegionsStateDnsCannotBePlannedAndWithItsPinItCan",
            RecipeRehearsalTest::withoutARegionsStateDnsCannotBePlannedAndWithItsPinItCan)
        .step(
            "anOutputThatIsLostIsNamedWithItsStack",
            RecipeRehearsalTest::anOutputThatIsLostIsNamedWithItsStack)
        .step(
            "aRecordWhoseHealthCheckIsGoneIsNotCalledAbsent",
            RecipeRehearsalTest::aRecordWhoseHealthCheckIsGoneIsNotCalledAbsent)
        .step(
            "verifyNamesWhateverElseWasChangedByHand",
            RecipeRehearsalTest::verifyNamesWhateverElseWasChangedByHand)
        .step(
            "aSecondRehearsalInTheFolderIsRefusedWhileTheFirstIsKept",
            RecipeRehearsalTest::aSecondRehearsalInTheFolderIsRefusedWhileTheFirstIsKept)
        .step(
            "onTheSameEndpointItGoesOnMendsAllAndDestroysEverything",
            RecipeRehearsalTest::onTheSameEndpointItGoesOnMendsAllAndDestroysEverything)
        .steps();
  }

  private static void theRecipeWorksAsDeclared() {
    assertThat(kept.run().exitCode()).as(kept.run().toString()).isZero();
    assertThat(kept.run().out())
        .contains(
            "storefront-production-us-east-1",
            "18 record sets, 3 health checks, 3 alarms, the sites of 3 regions as declared",
            "names.api.weighted.us-east-1: 50 to 51: 1 in place, nothing else",
            "Rehearsed: it works as declared.",
            "export AWS_ACCESS_KEY_ID=testing")
        .doesNotContain("FINDING");
  }

  private static void theDrillWasPlayedWithTheAnswersOfTheAppliedZone() {
    assertThat(kept.run().out())
        .contains(
            "1 name; clients in ",
            "  us-east-1 fails",
            "health check us-east-1 is unhealthy",
            "failover.api.example.com A: the last client has left",
            "failover.api.example.com A: the last client is back")
        .containsPattern("drill +all +[0-9.]+ s +as predicted");
  }

  private static void serveAnswersFromTheAppliedZone() throws Exception {
    RunningServer server =
        new RunningServer(
            "--zone", "example.com", "--aws-endpoint", endpoint, "--down", "us-east-1");
    assertThat(server.address("failover.api.example.com")).isEqualTo(server.standIn("eu-west-1"));
    server.stop();
  }

  private static void drillReadsTheAppliedZone() {
    Run run =
        Run.of(
            "drill",
            "--zone",
            "example.com",
            "--aws-endpoint",
            endpoint,
            "--down",
            "us-east-1",
            "--name",
            "failover.api",
            "--simulate",
            "--outages",
            "5",
            "--resolvers",
            "1000");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out())
        .contains(".us-east-1.elb.amazonaws.com down from 30 s", "failover.api", "No findings.");
  }

  private static void everyDifferenceThatIsExcusedOccurs() {
    int excused = EmulatorDifferences.ofLocalAws().entries().size();

    assertThat(kept.run().out()).contains("Ignored: " + excused + " attributes");
  }

  private static void verifyReadsTheStatesAndFindsAllAsDeclared() {
    Run run = kept.command("verify");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("As declared: 18 record sets");
  }

  private static void verifyWithoutStatesLooksAtNamesAndTags() {
    Run run =
        Run.of(
            "verify",
            "-c",
            declaration.toString(),
            "--aws-endpoint",
            endpoint,
            "-o",
            folder.resolve("none").toString());

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.err()).contains("The state of " + IRELAND + " was not read");
  }

  private static void verifyNamesARecordThatWasChangedBehindTerraformsBack() {
    try (LocalRoute53 route53 = new LocalRoute53(endpoint)) {
      ResourceRecordSet record = route53.record("api.example.com.", "eu-west-1");
      route53.change(ChangeAction.UPSERT, record.toBuilder().weight(77L).build());

      Run run = kept.command("verify");

      route53.change(ChangeAction.UPSERT, record);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out())
          .contains("record api.example.com A eu-west-1: weight is 77, expected 30", "1 finding");
    }
  }

  private static void verifyNamesARecordThatIsGone() {
    try (LocalRoute53 route53 = new LocalRoute53(endpoint)) {
      ResourceRecordSet record = route53.record("failover.api.example.com.", "secondary");
      route53.change(ChangeAction.DELETE, record);

      Run run = kept.command("verify");

      route53.change(ChangeAction.CREATE, record);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).contains("failover.api.example.com A secondary: presence is absent");
    }
  }

  private static void pinWritesTheOutputsAndNeverOverSomethingElse() throws IOException {
    Run run = kept.command("pin", "eu-west-1");
    Path pin = folder.resolve("pinned/eu-west-1.yaml");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out()).contains("regions: {eu-west-1: {pinned: pinned/eu-west-1.yaml}}");
    assertThat(pin).content().contains("alb_dns_name: \"storefront-production-alb");
    assertThat(kept.command("pin", "eu-west-1").exitCode()).isZero();
    String written = Files.readString(pin);
    Files.writeString(pin, "alb_dns_name: mine\n");
    assertThat(kept.command("pin", "eu-west-1").exitCode()).isEqualTo(2);
    assertThat(pin).hasContent("alb_dns_name: mine\n");
    assertThat(kept.command("pin", "eu-west-1", "--force").exitCode()).isZero();
    assertThat(pin).hasContent(written);
  }

  private static void diffShowsOneChangeAmongAllStacksForProgramsToo() throws IOException {
    edit(text -> text.replace("eu-west-1: 30", "eu-west-1: 31"));

    Run people = kept.command("diff", "--exit-code", "dns");
    Run programs = kept.command("diff", "--json");

    edit(text -> text.replace("eu-west-1: 31", "eu-west-1: 30"));
    assertThat(people.exitCode()).as(people.toString()).isEqualTo(2);
    assertThat(people.out())
        .isEqualTo(
            DNS
                + ": 1 to update\n"
                + "  ~ aws_route53_record.api_eu-west-1"
                + " (weighted_routing_policy[0].weight: 30 -> 31)\n");
    assertThat(programs.exitCode()).as(programs.toString()).isZero();
    assertThat(programs.out())
        .contains(
            "\"stack\": \"" + IRELAND + "\"",
            "\"action\": \"update\"",
            "\"path\": \"weighted_routing_policy[0].weight\"",
            "\"before\": \"30\"");
  }

  private static void withoutARegionsStateDnsCannotBePlannedAndWithItsPinItCan() throws Exception {
    Path state = rehearsal.resolve("terraform." + IRELAND + ".tfstate");
    Path away = Files.move(state, folder.resolve("away.tfstate"));
    Run lost;
    Run pinned;
    Run edited;
    Run after;
    try {
      lost = kept.command("diff", "dns");
      edit(text -> text.replace("regions: [us-east-1, eu-west-1, ap-southeast-1]", PINNED));
      pinned = kept.command("diff", "--exit-code", "dns");
      edit(text -> text.replace("eu-west-1: 30", "eu-west-1: 31"));
      edited = kept.command("diff", "dns");
      kept.terraform(DNS, Terraform::apply);
      after = kept.command("verify");
    } finally {
      Files.copy(Path.of("meridian.yaml"), declaration, StandardCopyOption.REPLACE_EXISTING);
      Files.move(away, state);
      restoreWeight();
    }

    assertThat(lost.out())
        .startsWith(DNS + ": cannot be planned yet. The stack " + DNS)
        .contains("Apply that stack");
    assertThat(pinned.exitCode()).as(pinned.toString()).isZero();
    assertThat(pinned.out()).isEqualTo(DNS + ": no changes\n");
    assertThat(edited.out()).startsWith(DNS + ": 1 to update");
    assertThat(after.exitCode()).as(after.toString()).isZero();
  }

  private static void anOutputThatIsLostIsNamedWithItsStack() throws IOException {
    Path state = rehearsal.resolve("terraform." + IRELAND + ".tfstate");
    String whole = Files.readString(state);
    Files.writeString(state, whole.replace("\"alb_dns_name\"", "\"alb_dns_gone\""));

    Run run = kept.command("diff", "dns");

    Files.writeString(state, whole);
    assertThat(run.out())
        .contains("The stack " + DNS + " reads the output alb_dns_name of")
        .contains("Apply that stack again");
  }

  private static void aRecordWhoseHealthCheckIsGoneIsNotCalledAbsent() {
    try (LocalRoute53 route53 = new LocalRoute53(endpoint)) {
      ResourceRecordSet record = route53.record("api.example.com.", "eu-west-1");
      String gone = route53.createHealthCheck();
      route53.change(ChangeAction.UPSERT, record.toBuilder().healthCheckId(gone).build());
      route53.deleteHealthCheck(gone);

      Run run = kept.command("verify");

      route53.change(ChangeAction.UPSERT, record);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out())
          .startsWith(
              "record api.example.com A eu-west-1: form is another (its health check "
                  + gone
                  + " no longer exists, so its health is not known), expected as declared\n1 finding in ");
    }
  }

  private static void verifyNamesWhateverElseWasChangedByHand() {
    Drift drift = new Drift(URI.create(endpoint));
    drift.alarm("us-east-1");
    drift.subscriptions();
    drift.loadBalancer();
    drift.openDoors();
    drift.servers();

    Run run = kept.command("verify");

    drift.closeDoors();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            alarm of health check us-east-1: actions enabled is false, expected true
            alarm of health check us-east-1: evaluation periods is 3, expected 1
            listener us-east-1 80: action is redirect to HTTPS:443 with HTTP_301, expected forward to storefront-production-web-80
            listener us-east-1 81: presence is present, expected absent
            security group us-east-1 load balancer: in tcp 81 from 0.0.0.0/0: presence is present, expected absent
            servers us-east-1: most is 9, expected 2
            target group us-east-1: check path is /other, expected /health
            topic storefront-production-health: email to ops@example.com: presence is absent, expected present
            8 findings in 18 record sets, 3 health checks, 3 alarms, the sites of 3 regions.
            """);
  }

  private static void aSecondRehearsalInTheFolderIsRefusedWhileTheFirstIsKept() {
    Run run = Run.of("rehearse", "-c", declaration.toString(), "--folder", rehearsal.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("is still running at " + endpoint, "--folder");
  }

  private static void onTheSameEndpointItGoesOnMendsAllAndDestroysEverything() throws IOException {
    Run run =
        Run.of(
            "rehearse",
            "-c",
            declaration.toString(),
            "--folder",
            rehearsal.toString(),
            "--aws-endpoint",
            endpoint);

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out()).containsPattern("left over .* nothing");
    assertThat(rehearsal.resolve("terraform." + DNS + ".tfstate")).doesNotExist();
  }

  private static void restoreWeight() {
    try (LocalRoute53 route53 = new LocalRoute53(endpoint)) {
      ResourceRecordSet record = route53.record("api.example.com.", "eu-west-1");
      route53.change(ChangeAction.UPSERT, record.toBuilder().weight(30L).build());
    }
  }

  private static void edit(UnaryOperator<String> change) throws IOException {
    Files.writeString(declaration, change.apply(Files.readString(declaration)));
  }
}
