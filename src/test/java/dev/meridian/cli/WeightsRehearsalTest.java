package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.rehearse.LocalAws;
import dev.meridian.rehearse.LocalAwsProgram;
import dev.meridian.terraform.Terraform;
import dev.meridian.terraform.TerraformBinary;
import dev.meridian.terraform.TerraformSettings;
import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import dev.meridian.testing.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example with a ramp is deployed once to the local AWS. Then the uploaded function runs
 * against metrics and an alarm.
 */
@Tag("terraform")
class WeightsRehearsalTest {
  private static final Path EXAMPLE = Path.of("examples/weights.yaml");
  private static final Path DRIVER = Path.of("src/test/python/drive_weights.py");
  private static final String DNS = "storefront-production-dns";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir static Path folder;
  private static RunningProcesses processes;
  private static LocalAws aws;
  private static String interpreter;
  private static TerraformSettings settings;
  private static String output;
  private static String declaration;

  /** A ramp that reached its last stage long ago. */
  private static final String RAMP =
      """
      endpoints:
        blue: {addresses: [203.0.113.1], health-check: none}
        green: {addresses: [203.0.113.2], health-check: none}
      names:
        canary:
          weighted: {blue: 100, green: 0}
          ramp:
            {to: green, stages: {0m: 1, 30m: 100}, start: 2020-01-01T00:00:00Z, abort: [checkout-errors]}
      """;

  @BeforeAll
  static void start() throws Exception {
    processes =
        new RunningProcesses(
                ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL)
            .stoppedAtExit();
    LocalAwsProgram program = LocalAwsProgram.in(Path.of(""), processes, line -> {});
    interpreter = program.words().get(0);
    aws = LocalAws.start(program, processes, LocalAws.Options.in(folder.resolve("aws")));
    settings =
        TerraformSettings.usual(
                TerraformBinary.find(System.getenv()).orElseThrow(),
                processes,
                System.getenv(),
                folder.resolve("settings"))
            .with(aws.environment(System.getenv()));
    output = folder.resolve("cdktf.out").toString();
    String example = Files.readString(EXAMPLE);
    declaration =
        Files.writeString(folder.resolve("weights.yaml"), example.replace("names:\n", RAMP))
            .toString();
  }

  @AfterAll
  static void stop() {
    processes.close();
  }

  @TestFactory
  List<DynamicTest> weightsFollowWhatIsMeasured() {
    return new Scenario()
        .needed("everythingIsCreated", WeightsRehearsalTest::everythingIsCreated)
        .step("theSecondPlanIsEmpty", WeightsRehearsalTest::thePlanIsEmpty)
        .step("withoutMetricsItHolds", WeightsRehearsalTest::withoutMetricsItHolds)
        .step("aSlowRegionGivesWeight", WeightsRehearsalTest::aSlowRegionGivesWeight)
        .step("itWaitsForTheCoolDown", WeightsRehearsalTest::itWaitsForTheCoolDown)
        .step("thePlanIsStillEmpty", WeightsRehearsalTest::thePlanIsEmpty)
        .step("verifyAcceptsTheWeights", WeightsRehearsalTest::verifyAcceptsTheWeights)
        .step("frozenItChangesNothing", WeightsRehearsalTest::frozenItChangesNothing)
        .step("eachRunIsLogged", WeightsRehearsalTest::eachRunIsLogged)
        .step("aRampWaitsForItsAlarm", WeightsRehearsalTest::aRampWaitsForItsAlarm)
        .step("aRampReachesItsStage", WeightsRehearsalTest::aRampReachesItsStage)
        .step("verifyAcceptsTheStage", WeightsRehearsalTest::verifyAcceptsTheWeights)
        .step("anAlarmAbortsTheRamp", WeightsRehearsalTest::anAlarmAbortsTheRamp)
        .step("thePlanIsEmptyAfterTheAbort", WeightsRehearsalTest::thePlanIsEmpty)
        .step("itsRoleAllowsItsCalls", WeightsRehearsalTest::itsRoleAllowsItsCalls)
        .step("destroyLeavesNothing", WeightsRehearsalTest::destroyLeavesNothing)
        .steps();
  }

  private static void everythingIsCreated() throws Exception {
    Run synth = Run.of("synth", "-c", declaration, "-o", output);
    assertThat(synth.exitCode()).as(synth.toString()).isZero();
    for (String stack : synth.out().lines().map(WeightsRehearsalTest::name).toList()) {
      Terraform terraform = terraform(stack);
      terraform.init();
      terraform.apply();
    }
  }

  private static String name(String path) {
    return String.valueOf(Path.of(path).getFileName());
  }

  private static Terraform terraform(String stack) {
    return new Terraform(stack, Path.of(output, "stacks", stack), settings);
  }

  private static void thePlanIsEmpty() throws Exception {
    assertThat(terraform(DNS).plan(folder.resolve("again"))).isFalse();
  }

  private static void withoutMetricsItHolds() throws Exception {
    JsonNode run = drive("run");

    assertThat(run.at("/failed").asBoolean()).isFalse();
    assertThat(run.at("/answer/api.example.com/reason").asText())
        .contains("us-east-1: no data about healthy hosts");
    assertThat(run.at("/weights").toString()).isEqualTo("{\"eu-west-1\":128,\"us-east-1\":128}");
  }

  private static void aSlowRegionGivesWeight() throws Exception {
    drive("metrics", "us-east-1", "0.8");
    drive("metrics", "eu-west-1", "0.1");
    JsonNode run = drive("run");

    assertThat(run.at("/answer/api.example.com/reason").asText())
        .contains("us-east-1: latency 0.800 s above 0.250 s");
    assertThat(run.at("/weights").toString()).isEqualTo("{\"eu-west-1\":138,\"us-east-1\":118}");
  }

  private static void itWaitsForTheCoolDown() throws Exception {
    assertThat(drive("run").at("/answer/api.example.com/reason").asText())
        .startsWith("cooling down");
    drive("cooled");

    assertThat(drive("run").at("/weights").toString())
        .isEqualTo("{\"eu-west-1\":148,\"us-east-1\":108}");
  }

  private static void verifyAcceptsTheWeights() {
    Run verify =
        Run.of(
            "verify", "-c", declaration, "-o", output, "--aws-endpoint", aws.endpoint().toString());

    assertThat(verify.out()).doesNotContain("weight");
    assertThat(verify.exitCode()).as(verify.toString()).isZero();
  }

  private static void frozenItChangesNothing() throws Exception {
    drive("cooled");
    drive("freeze", "on");
    JsonNode run = drive("run");

    assertThat(run.at("/answer/api.example.com/reason").asText()).isEqualTo("frozen");
    assertThat(run.at("/weights").toString()).isEqualTo("{\"eu-west-1\":148,\"us-east-1\":108}");
    thePlanIsEmpty();
  }

  private static void eachRunIsLogged() throws Exception {
    List<JsonNode> log = new ArrayList<>();
    drive("log").forEach(log::add);
    log.removeIf(line -> !line.at("/name").asText().equals("api.example.com"));

    assertThat(log).hasSize(5);
    List<Boolean> changed = new ArrayList<>();
    for (JsonNode line : log) {
      changed.add(line.at("/decision/changed").asBoolean());
      assertThat(line.at("/inputs").size()).isEqualTo(10);
      assertThat(line.at("/trigger").asText()).isEqualTo("Scheduled Event");
    }
    assertThat(changed).containsExactly(false, true, false, true, false);
  }

  private static void aRampWaitsForItsAlarm() throws Exception {
    drive("freeze", "off");
    JsonNode run = drive("run");

    assertThat(run.at("/answer/canary.example.com/reason").asText())
        .isEqualTo("no data about checkout-errors");
    assertThat(run.at("/ramp").toString()).isEqualTo("{\"blue\":100,\"green\":0}");
  }

  private static void aRampReachesItsStage() throws Exception {
    drive("alarm", "OK");
    assertThat(drive("run").at("/ramp").toString()).isEqualTo("{\"blue\":0,\"green\":100}");
    thePlanIsEmpty();
  }

  private static void anAlarmAbortsTheRamp() throws Exception {
    drive("alarm", "ALARM");
    JsonNode run = drive("run");

    assertThat(run.at("/answer/canary.example.com/reason").asText())
        .isEqualTo("0 %: aborted by checkout-errors");
    assertThat(run.at("/ramp").toString()).isEqualTo("{\"blue\":100,\"green\":0}");
    drive("alarm", "OK");
    assertThat(drive("run").at("/ramp").toString()).isEqualTo("{\"blue\":100,\"green\":0}");
    drive("no-alarm");
  }

  private static void itsRoleAllowsItsCalls() throws Exception {
    JsonNode policy = policy();
    List<FunctionCall> calls = calls();
    assertThat(calls)
        .extracting(FunctionCall::action)
        .contains(
            "route53:ListResourceRecordSets",
            "route53:ChangeResourceRecordSets",
            "cloudwatch:GetMetricData",
            "cloudwatch:DescribeAlarms",
            "ssm:GetParameter",
            "ssm:PutParameter");
    assertThat(calls).allMatch(call -> PolicyEvaluation.allows(policy, call));
    for (FunctionCall call : calls) {
      assertThat(call.others()).noneMatch(other -> PolicyEvaluation.allows(policy, other));
    }
  }

  private static JsonNode policy() throws Exception {
    Path state = folder.resolve("terraform." + DNS + ".tfstate");
    for (JsonNode resource : MAPPER.readTree(state.toFile()).path("resources")) {
      if (resource.path("type").asText().equals("aws_iam_role_policy")) {
        return MAPPER.readTree(resource.at("/instances/0/attributes/policy").asText());
      }
    }
    throw new AssertionError("the state has no policy");
  }

  private static List<FunctionCall> calls() throws IOException {
    String begin = "Function called: ";
    List<FunctionCall> calls = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("aws/local-aws.log"))) {
      if (line.startsWith(begin)) {
        calls.add(FunctionCall.of(MAPPER.readTree(line.substring(begin.length()))));
      }
    }
    return calls;
  }

  private static void destroyLeavesNothing() throws Exception {
    Run destroy =
        Run.of(
            "destroy",
            "-c",
            declaration,
            "-o",
            output,
            "--delete-zone",
            "example.com",
            "--yes",
            "--aws-endpoint",
            aws.endpoint().toString());

    assertThat(destroy.exitCode()).as(destroy.toString()).isZero();
    assertThat(drive("left")).isEmpty();
  }

  private static JsonNode drive(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(interpreter, DRIVER.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(aws.environment(System.getenv()));
    environment.values().removeIf(String::isEmpty); // boto3 looks for a profile without a name
    environment.put("AWS_DEFAULT_REGION", "us-east-1");
    Process process = builder.redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return MAPPER.readTree(printed);
  }
}
