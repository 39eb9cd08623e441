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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.route53.model.ChangeAction;

/**
 * A zone that plain Terraform created moves to Meridian's stack, with the real provider, while
 * clients ask it.
 */
@Tag("terraform")
class AdoptionRehearsalTest {
  private static final Path OLD = Path.of("src/test/resources/dev/meridian/adopt");
  private static final String STACK = "example-production-dns";

  @TempDir static Path folder;
  private static RunningProcesses processes;
  private static LocalAws aws;
  private static TerraformSettings settings;
  private static Terraform old;
  private static Terraform dns;
  private static ZonePoller clients;
  private static Path declaration;
  private static Path plan;

  @BeforeAll
  static void createTheZone() throws Exception {
    processes =
        new RunningProcesses(
                ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL)
            .stoppedAtExit();
    aws =
        LocalAws.start(
            LocalAwsProgram.in(Path.of(""), processes, line -> {}),
            processes,
            LocalAws.Options.in(folder.resolve("aws")));
    settings =
        TerraformSettings.usual(
                TerraformBinary.find(System.getenv()).orElseThrow(),
                processes,
                System.getenv(),
                folder.resolve("settings"))
            .with(aws.environment(System.getenv()));
    declaration = folder.resolve("meridian.yaml");
    plan = folder.resolve("plan");
    old = new Terraform("old", copy(folder.resolve("old")), settings);
    dns = new Terraform("dns", folder.resolve("cdktf.out/stacks").resolve(STACK), settings);
    old.init();
    old.apply();
    clients = new ZonePoller(aws.access());
  }

  private static Path copy(Path stack) throws IOException {
    for (String file : List.of("main.tf", "apex/main.tf")) {
      Files.createDirectories(stack.resolve(file).getParent());
      Files.copy(OLD.resolve(file), stack.resolve(file));
    }
    return stack;
  }

  @AfterAll
  static void stop() {
    processes.close();
  }

  @TestFactory
  List<DynamicTest> aZoneOfPlainTerraformMovesToMeridian() {
    return new Scenario()
        .needed("theZoneBecomesADeclaration", AdoptionRehearsalTest::theZoneBecomesADeclaration)
        .needed(
            "everyDeclaredResourceIsMatchedExactly",
            AdoptionRehearsalTest::everyDeclaredResourceIsMatchedExactly)
        .step("diffShowsTheImports", AdoptionRehearsalTest::diffShowsTheImports)
        .step("theHostedZoneCanBeImportedToo", AdoptionRehearsalTest::theHostedZoneCanBeImportedToo)
        .needed(
            "oneApplyImportsEverythingAndChangesOnlyTags",
            AdoptionRehearsalTest::oneApplyImportsEverythingAndChangesOnlyTags)
        .step("aSecondPlanIsEmpty", AdoptionRehearsalTest::aSecondPlanIsEmpty)
        .step("diffSaysThatTheImportsAreSpent", AdoptionRehearsalTest::theImportsAreSpent)
        .needed(
            "theOldStackForgetsTheRecordsWithoutDestroyingOne",
            AdoptionRehearsalTest::theOldStackForgetsTheRecordsWithoutDestroyingOne)
        .step("everyQuestionWasAnsweredAllAlong", AdoptionRehearsalTest::everyQuestionWasAnswered)
        .step(
            "withoutTheImportsFileTheStackStaysAsItIs",
            AdoptionRehearsalTest::withoutTheImportsFileTheStackStaysAsItIs)
        .step("aLostRecordWouldBeNoticed", AdoptionRehearsalTest::aLostRecordWouldBeNoticed)
        .steps();
  }

  private static void theZoneBecomesADeclaration() throws IOException {
    Run run = run("import", "--zone", "example.com", "--output", declaration.toString());

    assertThat(run.out()).contains("./meridian adopt");
    assertThat(declaration).exists();
    // The alarms of health checks would be new.
    Files.writeString(declaration, Files.readString(declaration) + "\nalerts: {enabled: false}\n");
  }

  private static void everyDeclaredResourceIsMatchedExactly() throws IOException {
    Run run =
        run(
            "adopt",
            "-c",
            declaration.toString(),
            "--zone",
            "example.com",
            "--state",
            folder.resolve("old/terraform.tfstate").toString(),
            "--removed",
            folder.resolve("removed").toString());

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out())
        .contains(
            "imports 12 record sets, 2 health checks",
            "14 to import, 0 to add and 0 to destroy",
            "removed-old.tf");
    assertThat(folder.resolve("meridian.imports.yaml"))
        .content()
        .contains(
            "  aws_route53_record.wildcard_shop_default: \"", "_*.shop.example.com_A_default");
    Run synth = Run.of("synth", "-c", declaration.toString(), "-o", output());
    assertThat(synth.exitCode()).as(synth.toString()).isZero();
  }

  private static String output() {
    return folder.resolve("cdktf.out").toString();
  }

  private static void diffShowsTheImports() {
    Run run = run("diff", "-c", declaration.toString(), "-o", output());

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out())
        .contains(STACK + ": 14 to import, 2 to update", "  = aws_route53_record.apex (imported: ")
        .contains("  ~ aws_route53_health_check.");
  }

  /** Only planned, because the old stack keeps the zone. */
  private static void theHostedZoneCanBeImportedToo() throws Exception {
    Path other = Files.createDirectories(folder.resolve("zone")).resolve("meridian.yaml");
    Path stacks = folder.resolve("zone/cdktf.out");
    Files.writeString(
        other, Files.readString(declaration).replaceFirst("(?m)^zone: .*$", "zone: example.com"));
    assertThat(run("adopt", "-c", other.toString()).exitCode()).isZero();
    Run synth = Run.of("synth", "-c", other.toString(), "-o", stacks.toString());
    assertThat(synth.exitCode()).as(synth.toString()).isZero();
    Terraform terraform = new Terraform("zone", stacks.resolve("stacks").resolve(STACK), settings);
    terraform.init();
    assertThat(terraform.plan(plan)).isTrue();
    PlanSummary summary = terraform.show(plan).summary();

    assertThat(summary.imports()).isEqualTo(15);
    assertThat(summary.counts()).containsOnlyKeys(Action.IMPORT, Action.UPDATE);
    assertThat(summary.of(Action.UPDATE))
        .extracting(Change::type)
        .containsOnly("aws_route53_zone", "aws_route53_health_check");
  }

  private static void oneApplyImportsEverythingAndChangesOnlyTags() throws Exception {
    dns.init();
    assertThat(dns.plan(plan)).isTrue();
    PlanSummary summary = dns.show(plan).summary();

    assertThat(summary.imports()).isEqualTo(14);
    assertThat(summary.counts()).containsOnlyKeys(Action.IMPORT, Action.UPDATE);
    for (Change change : summary.of(Action.UPDATE)) {
      assertThat(change.type()).isEqualTo("aws_route53_health_check");
      assertThat(change.attributes())
          .allSatisfy(attribute -> assertThat(attribute.path()).startsWith("tags"));
    }
    clients.during(
        () -> {
          dns.apply(plan);
          return true;
        });
  }

  private static void aSecondPlanIsEmpty() throws Exception {
    assertThat(dns.plan(plan)).isFalse();
  }

  private static void theImportsAreSpent() {
    Run run = run("diff", "-c", declaration.toString(), "-o", output());

    assertThat(run.out()).isEqualTo(STACK + ": no changes\n");
    assertThat(run.err()).contains("has nothing left to import: delete " + importsFile());
  }

  private static Path importsFile() {
    return folder.resolve("meridian.imports.yaml");
  }

  /** Follows the printed steps: the file in place of the blocks, and references replaced. */
  private static void theOldStackForgetsTheRecordsWithoutDestroyingOne() throws Exception {
    Path stack = folder.resolve("old");
    Files.copy(folder.resolve("removed/removed-old.tf"), stack.resolve("removed-old.tf"));
    String code = Files.readString(stack.resolve("main.tf"));
    for (String gone :
        List.of(
            "health_check\" \"site",
            "record\" \"www",
            "record\" \"api_primary",
            "record\" \"api_secondary",
            "record\" \"latency",
            "record\" \"geo_europe",
            "record\" \"geo_default",
            "record\" \"many")) {
      code = without(code, "resource \"aws_route53_" + gone);
    }
    Files.writeString(stack.resolve("main.tf"), code);
    String apex = Files.readString(stack.resolve("apex/main.tf"));
    for (String gone : List.of("root", "assets")) {
      apex = without(apex, "resource \"aws_route53_record\" \"" + gone);
    }
    Files.writeString(stack.resolve("apex/main.tf"), apex);

    assertThat(old.plan(plan)).isTrue();
    PlanSummary summary = old.show(plan).summary();
    assertThat(summary.counts()).containsOnlyKeys(Action.FORGET);
    assertThat(summary.of(Action.FORGET)).hasSize(14);
    clients.during(
        () -> {
          old.apply(plan);
          return true;
        });
    assertThat(old.plan(plan)).isFalse();
  }

  /** Removes one block at the top level, up to its closing brace. */
  private static String without(String code, String start) {
    int from = code.indexOf(start);
    assertThat(from).as(start).isNotNegative();
    return code.substring(0, from) + code.substring(code.indexOf("\n}\n", from) + 3);
  }

  private static void everyQuestionWasAnswered() throws Exception {
    clients.ask();

    assertThat(clients.unanswered()).isEmpty();
    assertThat(clients.changed()).isEmpty();
    assertThat(clients.questions()).isGreaterThan(40);
    assertThat(clients.rounds()).as("rounds").isGreaterThan(5);
  }

  private static void withoutTheImportsFileTheStackStaysAsItIs() throws Exception {
    Files.delete(importsFile());
    Run synth = Run.of("synth", "-c", declaration.toString(), "-o", output());
    assertThat(synth.exitCode()).as(synth.toString()).isZero();

    assertThat(dns.plan(plan)).isFalse();
  }

  private static void aLostRecordWouldBeNoticed() throws Exception {
    try (LocalRoute53 route53 = new LocalRoute53(aws.endpoint().toString())) {
      route53.change(ChangeAction.DELETE, route53.record("api.example.com.", "primary"));
      route53.change(ChangeAction.DELETE, route53.record("api.example.com.", "secondary"));
    }
    clients.ask();

    assertThat(clients.unanswered())
        .contains(
            "api.example.com A from DE",
            "api.example.com A from unknown",
            "record api.example.com A primary");
  }

  private static Run run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--aws-endpoint", aws.endpoint().toString()));
    return Run.of(all.toArray(String[]::new));
  }
}
