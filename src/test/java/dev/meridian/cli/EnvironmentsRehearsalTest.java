package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two environments in one folder on the local AWS, with the real provider: one is renamed, and its
 * states move.
 */
@Tag("terraform")
class EnvironmentsRehearsalTest {
  private static final String PRODUCTION =
      """
      application: shop
      environment: prod
      zone: example.com
      regions: [us-east-1]
      site: {servers: none}
      endpoints: {rack: {addresses: [203.0.113.1]}}
      cidr-collections: {offices: {berlin: [198.51.100.0/24]}}
      names:
        api: {weighted: {us-east-1: 70, rack: 30}}
        www: {ip-based: {collection: offices, locations: {berlin: rack, default: us-east-1}}}
      alerts: {email: [ops@example.com], https: ["https://hooks.invalid/dns", {variable: page}]}
      """;
  private static final String RENAMED =
      PRODUCTION.replace("environment: prod", "environment: production\nwas: {environment: prod}");
  private static final String STAGING =
      """
      application: shop
      environment: staging
      zone: staging.example.com
      endpoints: {rack: {addresses: [203.0.113.2]}}
      names: {api: {weighted: {rack: 1}}}
      alerts:
        topic: arn:aws:sns:us-east-1:123456789012:shop-prod-health
        https: [{variable: page_staging, raw: true}]
      """;

  @TempDir static Path folder;
  private static RunningProcesses processes;
  private static LocalAws aws;
  private static TerraformSettings settings;
  private static HttpServer states;
  private static final Map<String, byte[]> STORED = new ConcurrentHashMap<>();
  private static ZonePoller clients;
  private static Path plan;

  @BeforeAll
  static void start() throws Exception {
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
            .with(clients.environment())
            .with(
                Map.of(
                    "TF_VAR_page",
                    "https://page.invalid/production",
                    "TF_VAR_page_staging",
                    "https://page.invalid/staging"));
    plan = folder.resolve("plan");
    states = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    states.createContext("/", EnvironmentsRehearsalTest::store);
    states.start();
  }

  /** The whole protocol of Terraform's http backend without locks. */
  private static void store(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (exchange.getRequestMethod().equals("POST")) {
      STORED.put(path, body);
    }
    byte[] stored = STORED.get(path);
    exchange.sendResponseHeaders(stored == null ? 404 : 200, stored == null ? -1 : stored.length);
    if (stored != null) {
      exchange.getResponseBody().write(stored);
    }
    exchange.close();
  }

  @AfterAll
  static void stop() {
    clients.close();
    states.stop(0);
    processes.close();
  }

  @TestFactory
  List<DynamicTest> environmentsStayApartAndKeepTheirStates() {
    return new Scenario()
        .needed("bothAreDeployedFromOneFolder", EnvironmentsRehearsalTest::bothAreDeployed)
        .needed(
            "aRenameChangesOnlyTagsAndTheOwner",
            EnvironmentsRehearsalTest::aRenameChangesOnlyTagsAndTheOwner)
        .needed(
            "statesMoveToAnotherFolder",
            () -> statesMoveTo("{backend: local, directory: states}", "states"))
        .needed(
            "statesMoveToAServer",
            () ->
                statesMoveTo(
                    "{backend: http, locking: false, address: 'http://127.0.0.1:%d/net'}"
                        .formatted(states.getAddress().getPort()),
                    "http://127.0.0.1"))
        .step("theOtherEnvironmentIsAsBefore", EnvironmentsRehearsalTest::theOtherIsAsBefore)
        .steps();
  }

  private static void bothAreDeployed() throws Exception {
    write("meridian.yaml", PRODUCTION);
    write("meridian.staging.yaml", STAGING);
    run("synth");
    run("synth", "-c", "meridian.staging.yaml");
    for (String stack :
        List.of(
            "cdktf.out/stacks/shop-prod-us-east-1",
            "cdktf.out/stacks/shop-prod-dns",
            "cdktf.staging.out/stacks/shop-staging-dns")) {
      Terraform terraform = terraform(stack);
      terraform.init();
      terraform.apply();
    }
    clients.start();

    assertThat(run("diff").out()).doesNotContain("to add", "to change", "to destroy");
    assertThat(run("diff", "-c", "meridian.staging.yaml").out())
        .isEqualTo("shop-staging-dns: no changes\n");
    for (String file : List.of("meridian.yaml", "meridian.staging.yaml")) {
      Run verified = run("verify", "-c", file);
      assertThat(verified.exitCode()).as(verified.toString()).isZero();
      assertThat(verified.err()).doesNotContain("Not compared");
    }
  }

  private static void aRenameChangesOnlyTagsAndTheOwner() throws Exception {
    write("meridian.yaml", RENAMED);
    run("synth");

    for (String stack : List.of("us-east-1", "dns")) {
      Terraform terraform = terraform("cdktf.out/stacks/shop-prod-" + stack);
      assertThat(terraform.plan(plan)).isTrue();
      PlanSummary summary = terraform.show(plan).summary();
      assertThat(summary.counts().keySet()).isSubsetOf(Action.UPDATE, Action.READ);
      assertThat(summary.of(Action.UPDATE)).isNotEmpty();
      assertThat(summary.of(Action.UPDATE).stream().filter(change -> !isOwner(change)))
          .flatExtracting(Change::attributes)
          .allSatisfy(
              changed -> assertThat(changed.path()).matches("tags(_all)?(\\.Environment)?"));
      clients.during(() -> terraform.apply(plan));
    }

    assertThat(clients.unanswered()).isEmpty();
    assertThat(clients.changed()).allMatch(change -> change.startsWith("record _meridian."));
    assertThat(run("diff").out()).doesNotContain("to add", "to change", "to destroy");
  }

  /** The record of who owns the zone contains the name of the environment. */
  private static boolean isOwner(Change change) {
    return change.address().equals("aws_route53_record._meridian__txt");
  }

  /** Follows what synth prints. */
  private static void statesMoveTo(String state, String place) throws Exception {
    write("meridian.yaml", RENAMED + "state: " + state + "\n");

    Run synth = run("synth");
    List<String> moves = synth.err().lines().filter(line -> line.contains("move it: ")).toList();
    Run before = run("diff");

    assertThat(moves).hasSize(2).allMatch(line -> line.contains(place));
    assertThat(before.exitCode()).isEqualTo(1);
    assertThat(before.out()).contains("shop-prod-dns: not planned. ").doesNotContain("no changes");
    for (String line : moves) {
      String command = line.substring(line.indexOf("move it: ") + "move it: ".length());
      assertThat(command).endsWith(" init -migrate-state");
      terraform(command.split("[ =]")[2]).init("-migrate-state", "-force-copy");
    }
    Run after = run("diff");
    assertThat(after.exitCode()).as(after.toString()).isZero();
    assertThat(after.out())
        .contains("shop-prod-us-east-1: ", "shop-prod-dns: no changes\n")
        .doesNotContain("to add", "to change", "to destroy");
  }

  private static void theOtherIsAsBefore() throws Exception {
    assertThat(run("synth", "-c", "meridian.staging.yaml").err()).isEmpty();
    assertThat(run("diff", "-c", "meridian.staging.yaml").out())
        .isEqualTo("shop-staging-dns: no changes\n");
  }

  private static Terraform terraform(String stack) {
    return new Terraform(stack, folder.resolve(stack), settings);
  }

  private static Run run(String... words) throws Exception {
    List<String> all = new ArrayList<>(List.of(words));
    if (List.of("diff", "verify").contains(words[0])) {
      all.addAll(List.of("--aws-endpoint", aws.endpoint().toString()));
    }
    Run run = Run.in(folder, settings.environment(), all.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.toString()).isLessThan(2);
    return run;
  }

  private static void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
