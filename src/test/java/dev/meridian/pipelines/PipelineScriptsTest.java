package dev.meridian.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.pipelines.Project.Result;
import dev.meridian.rehearse.LocalAws;
import dev.meridian.rehearse.LocalAwsProgram;
import dev.meridian.terraform.ProviderMirror;
import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline's scripts over one DNS stack, from its lock file to its second plan. */
@Tag("terraform")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PipelineScriptsTest {
  private static final String STACK = "shop-test-dns";
  private static final String HCL = "cdktf.out/stacks/" + STACK + "/cdk.tf";
  private static final String LOCK = "cdktf.out/stacks/" + STACK + "/.terraform.lock.hcl";
  private static final String DECLARATION =
      """
      application: shop
      environment: test
      zone: example.com
      state: {backend: s3, bucket: states, region: eu-central-1}
      endpoints:
        berlin: {addresses: [203.0.113.20]}
        paris: {addresses: [203.0.113.21]}
      names:
        api: {weighted: {berlin: 50, paris: 50}}
      alerts: {enabled: false}
      """;

  @TempDir static Path folder;
  private static RunningProcesses processes;
  private static Project project;

  @BeforeAll
  static void synthesize() throws Exception {
    processes =
        new RunningProcesses(
                ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL)
            .stoppedAtExit();
    LocalAws aws =
        LocalAws.start(
            LocalAwsProgram.in(Path.of(""), processes, line -> {}),
            processes,
            LocalAws.Options.in(folder.resolve("aws")));
    aws.createBucket("states");
    Map<String, String> environment = new TreeMap<>(aws.environment(System.getenv()));
    environment.put("PLATFORMS", platform());
    project = Project.in(folder.resolve("project"), environment);
    project.write("meridian.yaml", DECLARATION);
    project.synth();
  }

  @AfterAll
  static void stop() {
    processes.close();
  }

  @Test
  @Order(1)
  void aLockFileOutlivesASynthAndIsHeldTo() throws Exception {
    Result locked = project.script("lock.sh", mirror());
    assertThat(locked.exitCode()).as(locked.output()).isZero();
    String lock = project.read(LOCK);
    assertThat(lock).contains("hashicorp/aws", "h1:");

    project.synth();
    assertThat(project.read(LOCK)).isEqualTo(lock);
    Result init = init();
    assertThat(init.exitCode()).as(init.output()).isZero();

    project.write(LOCK, lock.replaceAll("\"(h1|zh):[^\"]{6}", "\"$1:AAAAAA"));
    assertThat(init().output()).contains("checksum");
    assertThat(project.script("plan.sh", STACK).exitCode()).isEqualTo(1);
    project.write(LOCK, lock);
  }

  @Test
  @Order(2)
  void whatWasJustSynthesizedPassesTheCheck() throws Exception {
    project.write("cdktf.out/stacks/shop-test-sa-east-1/cdk.tf", "# of an earlier declaration\n");

    Result check = project.script("check.sh");

    assertThat(check.exitCode()).as(check.output()).isZero();
    assertThat(check.output())
        .contains("shop-test-sa-east-1 is no longer declared", "up to date, formatted and valid");
  }

  @Test
  @Order(3)
  void theCheckNamesEachStaleFile() throws Exception {
    project.write("meridian.yaml", DECLARATION.replace("berlin: 50", "berlin: 60"));
    Files.delete(project.folder().resolve("cdktf.out/manifest.json"));

    Result check = project.script("check.sh");

    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.output())
        .contains("cdktf.out/manifest.json is missing", HCL + " is stale:", "synth and commit")
        .containsPattern("(?m)^-.*weight = 50$")
        .containsPattern("(?m)^\\+.*weight = 60$");
    project.write("meridian.yaml", DECLARATION);
    project.synth();
  }

  @Test
  @Order(4)
  void theCheckNamesAFileThatTerraformReadsAndMeridianDidNotWrite() throws Exception {
    String foreign = "cdktf.out/stacks/" + STACK + "/extra.tf";
    project.write(foreign, "output \"more\" { value = 1 }\n");

    Result check = project.script("check.sh");

    Files.delete(project.folder().resolve(foreign));
    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.output()).contains(foreign + " is not a Meridian file");
  }

  @Test
  @Order(4)
  void theCheckRefusesStatesThatAPipelineLoses() throws Exception {
    project.write(
        "meridian.yaml", DECLARATION.replaceFirst("state: .*", "state: {backend: local}"));
    project.synth();

    Result check = project.script("check.sh");

    project.write("meridian.yaml", DECLARATION);
    project.synth();
    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.output()).contains(STACK + " keeps its state in a local file");
  }

  @Test
  @Order(4)
  void aStackWithoutAPlanIsNotApplied() throws Exception {
    Files.createDirectories(project.folder().resolve("plans"));
    Result apply = project.script("apply.sh", "--all");

    assertThat(apply.exitCode()).isEqualTo(1);
    assertThat(apply.output()).contains(STACK + " has no plan; run plan.sh " + STACK);
  }

  @Test
  @Order(5)
  void aPlanWithChangesEndsWithTwoAndIsShown() throws Exception {
    Result plan = project.script("plan.sh", "--all");

    assertThat(plan.exitCode()).as(plan.output()).isEqualTo(2);
    assertThat(project.script("changed.sh", STACK).output()).isEqualTo("changed=true\n");
    assertThat(project.script("summary.sh").output())
        .startsWith("| stack | plan |\n|---|---|\n| " + STACK + " | Plan: 6 to add, 0 to change")
        .contains("# aws_route53_record.api_berlin will be created");
  }

  @Test
  @Order(6)
  void aPlanOfAnotherConfigurationIsRefusedByTheFilesThatChanged() throws Exception {
    String hcl = project.read(HCL);
    project.write(HCL, hcl.replace("weight = 50", "weight = 51"));
    Result apply = project.script("apply.sh", STACK);
    project.write(HCL, hcl);

    assertThat(apply.exitCode()).isEqualTo(1);
    assertThat(apply.output()).contains("stale, changed since: " + HCL + "; plan it again");
  }

  @Test
  @Order(7)
  void theReviewedPlanIsAppliedAndOnlyOnce() throws Exception {
    Result apply = project.script("apply.sh", "--all");
    assertThat(apply.exitCode()).as(apply.output()).isZero();
    assertThat(apply.output()).contains("6 added", STACK + ": applied");

    Result again = project.script("apply.sh", "--all");
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.output()).contains("Saved plan is stale", "plan it again");
  }

  @Test
  @Order(8)
  void aPlanWithoutChangesEndsWithZero() throws Exception {
    Result plan = project.script("plan.sh", STACK);

    assertThat(plan.exitCode()).as(plan.output()).isZero();
    assertThat(project.script("changed.sh", STACK).output()).isEqualTo("changed=false\n");
    assertThat(project.script("summary.sh").output()).contains("| " + STACK + " | No changes.");
  }

  @Test
  @Order(9)
  void anEditedWeightIsOneChangeInPlace() throws Exception {
    project.write("meridian.yaml", DECLARATION.replace("berlin: 50", "berlin: 60"));
    project.synth();

    Result plan = project.script("plan.sh", "--no-detailed-exitcode", "--all");

    assertThat(plan.exitCode()).as(plan.output()).isZero();
    assertThat(project.script("summary.sh").output())
        .contains("| Plan: 0 to add, 1 to change, 0 to destroy. |")
        .contains("**`example.com`**: the answers to 1 name change, no findings")
        .contains("| `api.example.com A` | everybody | 100.0 % |");
  }

  /** The ID is never used, because the record is in the state. */
  @Test
  @Order(10)
  void importBlocksAreAcceptedAndCalledSpentOnceTheStateHasTheResources() throws Exception {
    project.write("meridian.yaml", DECLARATION);
    project.write(
        "meridian.imports.yaml",
        """
        stack: shop-test-dns
        imports:
          aws_route53_record.api_berlin: "Z0_api.example.com_A_berlin"
        """);
    project.synth();

    Result check = project.script("check.sh");
    Result plan = project.script("plan.sh", STACK);

    assertThat(check.exitCode()).as(check.output()).isZero();
    assertThat(check.output()).contains("import blocks in " + STACK + ": 1; plan.sh says when");
    assertThat(plan.exitCode()).as(plan.output()).isZero();
    assertThat(plan.output()).contains(STACK + ": its import blocks are spent: delete the");
  }

  @Test
  @Order(11)
  void anotherEnvironmentIsPlannedAndAppliedFromItsOwnFolder() throws Exception {
    project.write(
        "meridian.staging.yaml",
        DECLARATION
            .replace("environment: test", "environment: staging")
            .replace("zone: example.com", "zone: staging.example.com"));
    Map<String, String> environment = new TreeMap<>(project.environment());
    environment.put("MERIDIAN_CONFIG", "meridian.staging.yaml");
    Project staging = new Project(project.folder(), environment);
    Result early = staging.script("stacks.sh");
    staging.synth();

    Result check = staging.script("check.sh");
    Result plan = staging.script("plan.sh", "--all");
    Result apply = staging.script("apply.sh", "--all");

    assertThat(early.output()).contains("there is no cdktf.staging.out/manifest.json");
    assertThat(staging.script("stacks.sh").output()).isEqualTo("shop-staging-dns\n");
    assertThat(project.script("stacks.sh").output()).isEqualTo(STACK + "\n");
    assertThat(check.output()).contains("cdktf.staging.out is up to date, formatted and valid");
    assertThat(check.exitCode()).as(check.output()).isZero();
    assertThat(plan.exitCode()).as(plan.output()).isEqualTo(2);
    assertThat(apply.exitCode()).as(apply.output()).isZero();
    assertThat(staging.script("plan.sh", "--all").exitCode()).isZero();
    assertThat(project.script("plan.sh", "--all").exitCode()).isZero();
    assertThat(project.script("check.sh").exitCode()).isZero();
  }

  private static Result init() throws Exception {
    return project.run(
        "terraform", "-chdir=" + project.stack(STACK), "init", "-no-color", "-lockfile=readonly");
  }

  private static String[] mirror() {
    return ProviderMirror.find(System.getenv()).stream()
        .map(mirror -> "-fs-mirror=" + mirror.folder())
        .toArray(String[]::new);
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    boolean arm = Stream.of("aarch64", "arm64").anyMatch(System.getProperty("os.arch")::equals);
    return (system.contains("mac") ? "darwin" : "linux") + (arm ? "_arm64" : "_amd64");
  }
}
