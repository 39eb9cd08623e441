package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.rehearse.LocalAws;
import dev.meridian.rehearse.LocalAwsProgram;
import dev.meridian.terraform.Terraform;
import dev.meridian.terraform.TerraformBinary;
import dev.meridian.terraform.TerraformFailed;
import dev.meridian.terraform.TerraformSettings;
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

/**
 * Two applications and somebody else in one zone, with the real provider: the second owner of a
 * name is refused, and records that nobody declared stay as they are.
 */
@Tag("terraform")
class OwnershipRehearsalTest {
  private static final Path ZONE = Path.of("src/test/resources/dev/meridian/ownership/zone.tf");

  private static final String SHOP =
      """
      application: shop
      environment: production
      zone: {name: example.com, existing: true}
      endpoints: {blue: {addresses: [192.0.2.1]}, green: {addresses: [192.0.2.2]}}
      names:
        api: {weighted: {blue: 10, all: {weight: 5, to: {failover: {primary: blue, secondary: green}}}}}
        www: {simple: green}
      records:
        www: {TXT: [shop]}
      """;

  /** Another branch of one name of the shop, and another type of the other. */
  private static final String WIKI =
      """
      application: wiki
      environment: production
      zone: {name: example.com, existing: true}
      endpoints: {red: {addresses: [203.0.113.1], health-check: none}}
      names:
        api: {weighted: {red: 100}}
      records:
        www: {MX: [10 mail.example.org]}
      """;

  @TempDir static Path folder;
  private static RunningProcesses processes;
  private static LocalAws aws;
  private static TerraformSettings settings;
  private static Terraform shop;
  private static Terraform wiki;
  private static List<String> foreign;

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
    Path zone = Files.createDirectories(folder.resolve("zone"));
    Files.copy(ZONE, zone.resolve("main.tf"));
    Terraform other = new Terraform("zone", zone, settings);
    other.init();
    other.apply();
    foreign = records();
    shop = stack("shop", SHOP);
    wiki = stack("wiki", WIKI);
  }

  private static Terraform stack(String name, String yaml) throws Exception {
    Files.createDirectories(folder.resolve(name));
    write(name, yaml);
    Path stacks = folder.resolve(name).resolve("cdktf.out/stacks");
    Terraform terraform = new Terraform(name, stacks.resolve(name + "-production-dns"), settings);
    terraform.init();
    return terraform;
  }

  private static void write(String name, String yaml) throws IOException {
    Files.writeString(declaration(name), yaml);
    Run synth = Run.of("synth", "-c", declaration(name).toString(), "-o", output(name));
    assertThat(synth.exitCode()).as(synth.toString()).isZero();
  }

  @AfterAll
  static void stop() {
    processes.close();
  }

  @TestFactory
  List<DynamicTest> aSecondOwnerIsRefusedAndForeignRecordsStay() {
    return new Scenario()
        .needed("theFirstOwnerApplies", OwnershipRehearsalTest::theFirstOwnerApplies)
        .step("theFirstOwnerIsAsDeclared", OwnershipRehearsalTest::theFirstOwnerIsAsDeclared)
        .step("diffRefusesTheSecondOwner", OwnershipRehearsalTest::diffRefusesTheSecondOwner)
        .step("adoptRefusesTheSecondOwner", OwnershipRehearsalTest::adoptRefusesTheSecondOwner)
        .step("verifyNamesTheOwner", OwnershipRehearsalTest::verifyNamesTheOwner)
        .step(
            "applyItselfIsRefusedAndChangesNothing",
            OwnershipRehearsalTest::applyItselfIsRefusedAndChangesNothing)
        .step("importReadsTheOwner", OwnershipRehearsalTest::importReadsTheOwner)
        .needed(
            "anEditKeepsForeignRecordsAndClaimsNewNames",
            OwnershipRehearsalTest::anEditKeepsForeignRecordsAndClaimsNewNames)
        .needed(
            "withoutOwnershipOnlyTheOwnershipRecordsGo",
            OwnershipRehearsalTest::withoutOwnershipOnlyTheOwnershipRecordsGo)
        .step("anUpgradeOnlyAddsThem", OwnershipRehearsalTest::anUpgradeOnlyAddsThem)
        .step("aDeclaredRenameKeepsTheNames", OwnershipRehearsalTest::aDeclaredRenameKeepsTheNames)
        .step("destroyLeavesForeignRecords", OwnershipRehearsalTest::destroyLeavesForeignRecords)
        .steps();
  }

  private static void theFirstOwnerApplies() throws Exception {
    Run diff = run("diff", "shop");
    assertThat(diff.exitCode()).as(diff.toString()).isZero();

    shop.apply();

    assertThat(records()).containsAll(foreign);
    assertThat(names(records())).contains("_meridian.api.example.com.");
  }

  private static void theFirstOwnerIsAsDeclared() {
    Run verify = run("verify", "shop");

    assertThat(verify.exitCode()).as(verify.toString()).isZero();
    assertThat(run("diff", "shop").out()).isEqualTo("shop-production-dns: no changes\n");
  }

  private static void diffRefusesTheSecondOwner() {
    Run diff = run("diff", "wiki");

    assertThat(diff.exitCode()).as(diff.toString()).isEqualTo(1);
    assertThat(diff.out())
        .contains(
            "other-owner: api.example.com",
            "api.example.com is owned by application shop, environment production (record"
                + " _meridian.api.example.com TXT)")
        .contains("www.example.com is owned by application shop")
        .contains("fix: use another name.");
  }

  private static void adoptRefusesTheSecondOwner() {
    Run adopt = Run.of("adopt", "-c", declaration("wiki").toString(), "--aws-endpoint", endpoint());

    assertThat(adopt.exitCode()).as(adopt.toString()).isEqualTo(1);
    assertThat(adopt.out()).contains("api.example.com is owned by application shop");
    assertThat(folder.resolve("wiki/meridian.imports.yaml")).doesNotExist();
  }

  private static void verifyNamesTheOwner() {
    assertThat(run("verify", "wiki").out())
        .contains(
            "api.example.com (record _meridian.api.example.com TXT): owner is application shop,"
                + " environment production, expected application wiki, environment production");
  }

  private static void applyItselfIsRefusedAndChangesNothing() {
    List<String> before = records();

    assertThatThrownBy(wiki::apply)
        .isInstanceOf(TerraformFailed.class)
        .hasMessageContaining("_meridian.");

    assertThat(records()).isEqualTo(before);
  }

  private static void importReadsTheOwner() {
    Run same = Run.of("import", "--zone", "example.com", "--aws-endpoint", endpoint());
    Run other =
        Run.of(
            "import",
            "--zone",
            "example.com",
            "--application",
            "wiki",
            "--aws-endpoint",
            endpoint());

    assertThat(same.exitCode()).as(same.toString()).isZero();
    assertThat(same.out())
        .contains("application: shop", "environment: production")
        .doesNotContain("_meridian");
    assertThat(other.exitCode()).as(other.toString()).isEqualTo(1);
    assertThat(other.err())
        .contains(
            "other owner: _meridian.api.example.com TXT names application shop, environment"
                + " production");
  }

  private static void anEditKeepsForeignRecordsAndClaimsNewNames() throws Exception {
    write(
        "shop",
        SHOP.replace("blue: 10,", "blue: 30,")
            .replace("www: {simple", "docs: {simple: blue}\n  www: {simple"));
    assertThat(run("diff", "shop").exitCode()).isZero();

    shop.apply();

    assertThat(records()).containsAll(foreign);
    assertThat(names(records())).contains("docs.example.com.", "_meridian.docs.example.com.");
  }

  private static void withoutOwnershipOnlyTheOwnershipRecordsGo() throws Exception {
    write("shop", SHOP);
    shop.apply();
    List<String> before = records();
    write("shop", SHOP + "ownership: false\n");

    shop.apply();

    assertThat(records())
        .containsExactlyElementsOf(
            before.stream().filter(record -> !record.contains("Name=_meridian.")).toList());
  }

  private static void anUpgradeOnlyAddsThem() throws Exception {
    write("shop", SHOP);

    assertThat(run("diff", "shop").out()).startsWith("shop-production-dns: 2 to create\n");
    shop.apply();
    assertThat(run("diff", "shop").out()).isEqualTo("shop-production-dns: no changes\n");
  }

  private static void aDeclaredRenameKeepsTheNames() throws Exception {
    write(
        "shop",
        SHOP.replace("shop\n", "store\n") + "was: {application: shop, environment: production}\n");
    Run diff = run("diff", "shop");
    assertThat(diff.exitCode()).as(diff.toString()).isZero();
    assertThat(diff.out()).contains("_meridian_api__txt").doesNotContain("other-owner");

    shop.apply();

    assertThat(records()).anyMatch(record -> record.contains("application=store environment="));
    assertThat(records()).noneMatch(record -> record.contains("application=shop environment="));
  }

  private static void destroyLeavesForeignRecords() throws Exception {
    shop.destroy();

    assertThat(records()).isEqualTo(foreign);
  }

  private static List<String> records() {
    try (LocalRoute53 route53 = new LocalRoute53(endpoint())) {
      return route53.records();
    }
  }

  private static List<String> names(List<String> records) {
    return records.stream().map(record -> record.replaceAll(".*\\(Name=([^,]*),.*", "$1")).toList();
  }

  private static Path declaration(String name) {
    return folder.resolve(name).resolve("meridian.yaml");
  }

  private static String output(String name) {
    return folder.resolve(name).resolve("cdktf.out").toString();
  }

  private static String endpoint() {
    return aws.endpoint().toString();
  }

  private static Run run(String command, String name) {
    List<String> all = new ArrayList<>(List.of(command, "-c", declaration(name).toString()));
    all.addAll(List.of("-o", output(name), "--aws-endpoint", endpoint()));
    return Run.of(all.toArray(String[]::new));
  }
}
