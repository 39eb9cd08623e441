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
import java.util.regex.Pattern;
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
  private static final List<String> FILES = List.of("main.tf", "grown.tf", "apex/main.tf");

  /** The blocks of everything but the hosted zone. */
  private static final Pattern ADOPTED =
      Pattern.compile("(?ms)^resource \"aws_route53_(?!zone\").*?^}\n");

  /** Declared names, each of which gets an ownership record. */
  private static final int NAMES = 25;

  /** 44 record sets, 5 health checks, and a CIDR collection with a location. */
  private static final int RESOURCES = 51;

  /** Every attribute that the first apply changes, all of health checks. Their names stay. */
  private static final List<String> CHANGED =
      List.of(
          "tags.Owner",
          "tags.Region",
          "tags.Team",
          "tags_all.Application",
          "tags_all.Environment",
          "tags_all.ManagedBy",
          "tags_all.Owner",
          "tags_all.Region",
          "tags_all.Team");

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
    clients = ZonePoller.afterEachChange(aws);
    settings =
        TerraformSettings.usual(
                TerraformBinary.find(System.getenv()).orElseThrow(),
                processes,
                System.getenv(),
                folder.resolve("settings"))
            .with(aws.environment(System.getenv()))
            .with(clients.environment());
    declaration = folder.resolve("meridian.yaml");
    plan = folder.resolve("plan");
    old = new Terraform("old", copy(folder.resolve("old")), settings);
    dns = new Terraform("dns", folder.resolve("cdktf.out/stacks").resolve(STACK), settings);
    old.init();
    old.apply();
    clients.start();
  }

  private static Path copy(Path stack) throws IOException {
    for (String file : FILES) {
      Files.createDirectories(stack.resolve(file).getParent());
      Files.copy(OLD.resolve(file), stack.resolve(file));
    }
    return stack;
  }

  @AfterAll
  static void stop() {
    clients.close();
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
            "oneApplyImportsEverythingAddsOwnersAndChangesOnlyTags",
            AdoptionRehearsalTest::oneApplyImportsEverythingAddsOwnersAndChangesOnlyTags)
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

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.err()).as("nothing is left out or renamed").isEmpty();
    assertThat(run.out()).contains("./meridian adopt");
    assertThat(declaration).exists();
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
            "imports 44 record sets, 5 health checks, 1 CIDR collection, 1 CIDR location from ",
            RESOURCES + " to import, " + NAMES + " to add and 0 to destroy",
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
        .contains(
            STACK + ": " + RESOURCES + " to import, " + NAMES + " to create, 5 to update",
            "  = aws_route53_record.apex (imported: ")
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

    assertThat(summary.imports()).isEqualTo(RESOURCES + 1);
    assertThat(summary.counts()).containsOnlyKeys(Action.IMPORT, Action.CREATE, Action.UPDATE);
    assertThat(summary.of(Action.CREATE))
        .extracting(Change::address)
        .containsExactly("aws_route53_record._meridian__txt");
    assertThat(summary.of(Action.UPDATE))
        .extracting(Change::type)
        .containsOnly("aws_route53_zone", "aws_route53_health_check");
  }

  private static void oneApplyImportsEverythingAddsOwnersAndChangesOnlyTags() throws Exception {
    dns.init();
    assertThat(dns.plan(plan)).isTrue();
    PlanSummary summary = dns.show(plan).summary();

    assertThat(summary.imports()).isEqualTo(RESOURCES);
    assertThat(summary.counts()).containsOnlyKeys(Action.IMPORT, Action.CREATE, Action.UPDATE);
    assertThat(summary.of(Action.CREATE))
        .hasSize(NAMES)
        .allSatisfy(change -> assertThat(change.address()).contains("_meridian"));
    assertThat(summary.of(Action.UPDATE))
        .hasSize(5)
        .extracting(Change::type)
        .containsOnly("aws_route53_health_check");
    assertThat(
            summary.of(Action.UPDATE).stream()
                .flatMap(change -> change.attributes().stream())
                .map(attribute -> attribute.path())
                .distinct()
                .sorted())
        .containsExactlyElementsOf(CHANGED);
    clients.during(() -> dns.apply(plan));
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
    for (String file : FILES) {
      String code = Files.readString(stack.resolve(file));
      Files.writeString(stack.resolve(file), ADOPTED.matcher(code).replaceAll(""));
    }

    assertThat(old.plan(plan)).isTrue();
    PlanSummary summary = old.show(plan).summary();
    assertThat(summary.counts()).containsOnlyKeys(Action.FORGET);
    assertThat(summary.of(Action.FORGET)).hasSize(RESOURCES);
    clients.during(() -> old.apply(plan));
    assertThat(old.plan(plan)).isFalse();
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
