package dev.meridian.edits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.cli.Run;
import dev.meridian.rehearse.LocalAws;
import dev.meridian.rehearse.LocalAwsProgram;
import dev.meridian.terraform.Terraform;
import dev.meridian.terraform.TerraformBinary;
import dev.meridian.terraform.TerraformSettings;
import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import dev.meridian.testing.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.HostedZone;

/**
 * What the commands say before another policy or another zone is applied, and what then happens
 * with the real provider, in the worst order of changes.
 */
@Tag("terraform")
class PolicyAndZoneRehearsalTest {
  private static final String DNS = "shop-test-dns";
  private static final String CREATED = "zone: example.com";
  private static final String EXISTING = "zone: {name: example.com, existing: true}";
  private static final String SIMPLE =
      """
      application: shop
      environment: test
      zone: example.com
      state: {backend: local, directory: states}
      health-check: none
      endpoints:
        a: {addresses: [203.0.113.1]}
        b: {addresses: [203.0.113.2]}
      names:
        plain: {simple: a}
        www: {simple: a}
      """;
  private static final String WEIGHTED = SIMPLE.replace("{simple: a}", "{weighted: {a: 1, b: 1}}");
  private static final String ADOPTED = WEIGHTED.replace(CREATED, EXISTING);

  @TempDir static Path folder;
  private static RunningProcesses processes;
  private static LocalAws aws;
  private static WorstOrder order;
  private static ZoneClients clients;
  private static Terraform dns;
  private static String zone;

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
    clients = new ZoneClients(aws.access(), "example.com", System::nanoTime);
    order = new WorstOrder(aws.endpoint(), clients::ask);
    TerraformSettings settings =
        TerraformSettings.usual(
                TerraformBinary.find(System.getenv()).orElseThrow(),
                processes,
                System.getenv(),
                folder.resolve("settings"))
            .with(aws.environment(System.getenv()))
            .with(Map.of("AWS_ENDPOINT_URL", order.endpoint().toString()))
            .withListener(order);
    Files.createDirectories(folder.resolve("states"));
    dns = new Terraform(DNS, folder.resolve("cdktf.out/stacks").resolve(DNS), settings);
    declare(SIMPLE);
    synth();
    dns.init();
    dns.apply();
    zone = zones().get(0);
  }

  @AfterAll
  static void stop() {
    order.close();
    processes.close();
  }

  @TestFactory
  List<DynamicTest> whatIsSaidBeforeIsWhatHappens() {
    return new Scenario()
        .needed(
            "anotherPolicyIsAnnouncedAndLosesAnswers", PolicyAndZoneRehearsalTest::anotherPolicy)
        .needed("aCreatedZoneThatIsAdoptedStays", PolicyAndZoneRehearsalTest::adopted)
        .needed("aSecondZoneIsAnnouncedByAllCommands", PolicyAndZoneRehearsalTest::secondZone)
        .step("afterAdoptTheStackManagesTheZoneThatAnswers", PolicyAndZoneRehearsalTest::imported)
        .steps();
  }

  private static void anotherPolicy() throws Exception {
    declare(WEIGHTED);
    for (Run run : List.of(compared(SIMPLE), validated())) {
      assertThat(run.out())
          .contains("refused: plain.example.com A\n", "refused: www.example.com A\n")
          .contains("./meridian migrate");
    }

    SortedMap<String, Double> without = migrateWww();

    assertThat(without.keySet())
        .as("the name without migrate lost its answer, and the other did not")
        .isNotEmpty()
        .allMatch(question -> question.startsWith("plain.example.com A "));
    assertThat(planIsEmpty()).isTrue();
  }

  /** Applies the steps of {@code migrate} for one name, and the other name without it. */
  private static SortedMap<String, Double> migrateWww() throws Exception {
    good("migrate", "www", "-c", declaration(), "--before", old());
    clients.start();
    boolean first = true;
    while (Files.exists(folder.resolve("meridian.migration.yaml"))) {
      Run synth = synth();
      if (first) {
        assertThat(synth.err()).contains("plain");
        assertThat(diff().out()).contains("missing: plain.example.com A").doesNotContain("www.ex");
        first = false;
      }
      dns.apply();
      good("migrate", "www", "-c", declaration());
    }
    synth();
    return clients.stop();
  }

  private static void adopted() throws Exception {
    declare(ADOPTED);
    for (Run run : List.of(compared(WEIGHTED), validated())) {
      assertThat(run.out()).contains("other-zone: example.com\n", "Terraform forgets the zone");
    }
    assertThat(diff().err()).contains(DNS + " forgets the zone example.com");
    assertThat(synth().err()).contains(DNS + " forgets the zone example.com");
    assertThat(diff().out())
        .contains(". aws_route53_zone.main\n")
        .doesNotContain("- aws_route53_zone", "aws_route53_record.www");

    clients.start();
    dns.apply();

    assertThat(clients.stop()).isEmpty();
    assertThat(zones()).containsExactly(zone);
    assertThat(planIsEmpty()).isTrue();
  }

  private static void secondZone() throws Exception {
    declare(WEIGHTED);
    for (Run run : List.of(compared(ADOPTED), validated())) {
      assertThat(run.out())
          .contains("other-zone: example.com\n", "the stack would create a second hosted zone");
    }
    assertThat(diff().err()).contains("would create a second, empty zone");
    assertThat(synth().err()).contains("would create a second, empty zone");

    Run planned = diff();

    assertThat(planned.exitCode()).isEqualTo(1);
    assertThat(planned.out())
        .contains("-/+ aws_route53_record.www_a", "+ aws_route53_zone.main\n")
        .contains("other-zone: example.com (" + zone.replace("/hostedzone/", "") + ")\n")
        .contains("moves 4 record sets to it", "fix: run ./meridian adopt before you apply");
  }

  private static void imported() throws Exception {
    good("adopt", "-c", declaration(), "--aws-endpoint", aws.endpoint().toString());
    Run synth = synth();
    assertThat(synth.err()).doesNotContain("second, empty zone");
    assertThat(diff().out())
        .contains("= aws_route53_zone.main (imported: ")
        .doesNotContain("aws_route53_record.www");

    clients.start();
    dns.apply();

    assertThat(clients.stop()).isEmpty();
    assertThat(zones()).containsExactly(zone);
    assertThat(dns.state().managed()).anyMatch(one -> one.type().equals("aws_route53_zone"));
  }

  /** Keeps the declaration that was applied last. */
  private static void declare(String text) throws IOException {
    Path file = Path.of(declaration());
    if (Files.exists(file)) {
      Files.copy(file, Path.of(old()), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(file, text);
  }

  private static Run compared(String before) throws IOException {
    assertThat(Path.of(old())).hasContent(before);
    return finding("compare", old(), declaration());
  }

  private static Run validated() {
    return finding("validate", "-c", declaration(), "--against", old());
  }

  private static Run diff() {
    return run("diff", "--aws-endpoint", aws.endpoint().toString());
  }

  private static Run synth() {
    Run run = run("synth");
    assertThat(run.exitCode()).as(run.toString()).isZero();
    return run;
  }

  private static Run run(String command, String... more) {
    List<String> words = new ArrayList<>(List.of(command, "-c", declaration(), "-o"));
    words.add(folder.resolve("cdktf.out").toString());
    words.addAll(List.of(more));
    return Run.of(words.toArray(String[]::new));
  }

  private static void good(String... words) {
    Run run = Run.of(words);
    assertThat(run.exitCode()).as(run.toString()).isZero();
  }

  private static Run finding(String... words) {
    Run run = Run.of(words);
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    return run;
  }

  private static boolean planIsEmpty() throws Exception {
    return !dns.plan(folder.resolve("plan"));
  }

  private static String declaration() {
    return folder.resolve("meridian.yaml").toString();
  }

  private static String old() {
    return folder.resolve("old.yaml").toString();
  }

  private static List<String> zones() {
    try (Route53Client route53 = aws.access().route53()) {
      return route53.listHostedZones().hostedZones().stream().map(HostedZone::id).toList();
    }
  }
}
