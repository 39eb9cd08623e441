package dev.meridian.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.pipelines.Project.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The regions first, then DNS, over stacks of a provider that is part of terraform. */
@Tag("terraform")
class WavesTest {
  private static final Path STACKS = Path.of("src/test/resources/dev/meridian/pipelines/waves");
  private static final String DNS = "shop-test-dns";
  private static final String EUROPE = "cdktf.out/stacks/shop-test-eu-west-1/cdk.tf";

  @TempDir Path folder;
  private Project project;

  @BeforeEach
  void copyStacks() throws IOException {
    project = Project.in(folder, Map.of());
    try (Stream<Path> files = Files.walk(STACKS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        project.write(STACKS.relativize(file).toString(), Files.readString(file));
      }
    }
  }

  @Test
  void regionsComeBeforeDns() throws Exception {
    assertThat(project.script("stacks.sh").output().lines())
        .containsExactly("shop-test-eu-west-1", "shop-test-us-east-1", DNS);
    assertThat(project.script("stacks.sh", "--github").output().lines())
        .containsExactly(
            "regions=[\"shop-test-eu-west-1\",\"shop-test-us-east-1\"]",
            "networks=[]",
            "dns=[\"" + DNS + "\"]");
  }

  @Test
  void acceleratorsComeAfterTheirRegionsAndBeforeDns() throws Exception {
    String accelerator = "shop-test-accelerator-global";
    add(accelerator, "resource \"aws_globalaccelerator_accelerator\" \"main\" {\n}\n");

    assertThat(project.script("stacks.sh").output().lines())
        .containsExactly("shop-test-eu-west-1", "shop-test-us-east-1", accelerator, DNS);
    assertThat(project.script("stacks.sh", "--github").output().lines())
        .contains("networks=[\"" + accelerator + "\"]", "dns=[\"" + DNS + "\"]");
  }

  @Test
  void theNetworkOfAPrivateZoneComesAfterItsRegionsAndTheZoneWithDns() throws Exception {
    String network = "shop-test-private-network";
    String zone = "shop-test-private-dns";
    add(network, "resource \"aws_vpc_peering_connection\" \"a_b\" {\n}\n");
    add(zone, "resource \"aws_route53_zone\" \"main\" {\n}\n");

    assertThat(project.script("stacks.sh").output().lines())
        .containsExactly("shop-test-eu-west-1", "shop-test-us-east-1", network, zone, DNS);
    assertThat(project.script("stacks.sh", "--github").output().lines())
        .contains("networks=[\"" + network + "\"]", "dns=[\"" + zone + "\",\"" + DNS + "\"]");
  }

  private void add(String stack, String hcl) throws IOException {
    project.write("cdktf.out/stacks/" + stack + "/cdk.tf", hcl);
    String manifest = project.read("cdktf.out/manifest.json");
    project.write(
        "cdktf.out/manifest.json",
        manifest.replaceFirst(
            "\"stacks\": \\{",
            "$0\n\"" + stack + "\": {\"workingDirectory\": \"stacks/" + stack + "\"},"));
  }

  @Test
  void dnsWaitsUntilItsRegionsHaveTheirOutputs() throws Exception {
    Result first = project.script("plan.sh", "--all");
    assertThat(first.exitCode()).as(first.output()).isEqualTo(2);
    assertThat(project.script("summary.sh").output())
        .contains("Waits for new outputs of: shop-test-eu-west-1 shop-test-us-east-1 |");
    Result regions = project.script("apply.sh", "--all");
    assertThat(regions.exitCode()).as(regions.output()).isEqualTo(2);
    assertThat(regions.output()).endsWith("run plan.sh " + DNS + ", review, apply\n");

    Result second = project.script("plan.sh", "--all");
    assertThat(second.exitCode()).as(second.output()).isEqualTo(2);
    Result dns = project.script("apply.sh", "--all");
    assertThat(dns.exitCode()).as(dns.output()).isZero();
    assertThat(project.script("plan.sh", "--all").exitCode()).isZero();
  }

  @Test
  void aRegionThatCannotBePlannedIsNoObstacleToTheOthersButToTheApply() throws Exception {
    project.write(EUROPE, project.read(EUROPE).replace("= terraform_data.l", "= terraform_data.x"));

    Result plan = project.script("plan.sh", "--all");
    assertThat(plan.exitCode()).isEqualTo(1);
    assertThat(plan.output())
        .contains("shop-test-eu-west-1: the plan failed", "shop-test-us-east-1: changes");

    Result apply = project.script("apply.sh", "--all");
    assertThat(apply.exitCode()).isEqualTo(1);
    assertThat(apply.output())
        .contains("shop-test-eu-west-1 has no plan")
        .doesNotContain("applied");
  }

  @Test
  void aRegionCanBePlannedForItsDestruction() throws Exception {
    String region = "shop-test-us-east-1";
    Project destroying = new Project(folder, with("TF_CLI_ARGS_plan", "-destroy"));
    project.script("plan.sh", region);
    assertThat(project.script("apply.sh", region).exitCode()).isZero();

    assertThat(destroying.script("plan.sh", region).exitCode()).isEqualTo(2);
    assertThat(project.script("summary.sh").output()).contains("0 to change, 1 to destroy.");
    assertThat(project.script("apply.sh", region).output()).contains("1 destroyed");
  }

  private Map<String, String> with(String name, String value) {
    Map<String, String> more = new TreeMap<>(project.environment());
    more.put(name, value);
    return more;
  }

  @Test
  void stacksThatAreNamedArePlannedRegionsFirstToo() throws Exception {
    Result plan =
        project.script(
            "plan.sh",
            "shop-test-dns",
            "shop-test-us-east-1",
            "shop-test-eu-west-1",
            "shop-test-us-east-1");

    assertThat(plan.exitCode()).as(plan.output()).isEqualTo(2);
    assertThat(plan.output().lines().filter(line -> line.startsWith("shop-test-")))
        .containsExactly(
            "shop-test-us-east-1: changes, see plans/shop-test-us-east-1.txt",
            "shop-test-eu-west-1: changes, see plans/shop-test-eu-west-1.txt",
            "shop-test-dns waits for new outputs of: shop-test-eu-west-1 shop-test-us-east-1");
  }

  @Test
  void dnsIsNotAppliedByAPlanThatIsOlderThanItsRegions() throws Exception {
    for (int wave = 0; wave < 2; wave++) {
      project.script("plan.sh", "--all");
      project.script("apply.sh", "--all");
    }
    assertThat(project.script("plan.sh", "--all").exitCode()).isZero();
    project.write(EUROPE, project.read(EUROPE).replace("lb.eu", "newlb.eu"));
    assertThat(project.script("apply.sh", "--all").output()).contains("the plan is stale");

    project.script("plan.sh", "shop-test-eu-west-1");
    Result apply = project.script("apply.sh", "--all");
    Result dns = project.script("plan.sh", DNS);

    assertThat(apply.exitCode()).isEqualTo(1);
    assertThat(apply.output())
        .contains(DNS + ": the plan is stale, changed since: plans/shop-test-eu-west-1.tfplan")
        .doesNotContain("applied");
    assertThat(dns.output()).contains(DNS + " waits for new outputs of: shop-test-eu-west-1");
    assertThat(project.script("apply.sh", "shop-test-eu-west-1").exitCode()).isZero();
    assertThat(project.script("plan.sh", DNS).exitCode()).isEqualTo(2);
  }

  @Test
  void aFileThatAppearedSinceMakesAPlanStale() throws Exception {
    String region = "shop-test-us-east-1";
    project.script("plan.sh", region);
    project.write("cdktf.out/stacks/" + region + "/extra.tf", "output \"more\" { value = 1 }\n");

    assertThat(project.script("apply.sh", region).output())
        .contains("the plan is stale, changed since: cdktf.out/stacks/" + region + "/extra.tf");
  }

  /** A stub finds something, because these stacks have no record sets. */
  @Test
  void aPlanThatTheChangeGuardRefusesIsAppliedOnlyWithForce() throws Exception {
    String region = "shop-test-us-east-1";
    project.write(
        "cdktf.out/stacks/" + region + "/extra.tf",
        "resource \"terraform_data\" \"aws_route53_record\" {}\n");
    project.write("refuse", "#!/bin/sh\necho \"$1: 4 of 10 record sets\"\nexit 1\n");
    assertThat(folder.resolve("refuse").toFile().setExecutable(true)).isTrue();
    Project guarded = new Project(folder, with("MERIDIAN", "./refuse"));

    Result plan = guarded.script("plan.sh", region);
    Result apply = guarded.script("apply.sh", region);

    assertThat(plan.exitCode()).as(plan.output()).isEqualTo(2);
    assertThat(plan.output()).contains(region + ": the change guard refuses this plan");
    assertThat(guarded.script("summary.sh").output()).contains("guard: 4 of 10 record sets");
    assertThat(apply.exitCode()).isEqualTo(1);
    assertThat(apply.output())
        .contains("guard: 4 of 10 record sets", "run apply.sh --force " + region)
        .doesNotContain("applied");
    Result forced = guarded.script("apply.sh", "--force", region);
    assertThat(forced.exitCode()).as(forced.output()).isZero();
    assertThat(forced.output()).contains("--force overrides the change guard");
  }

  @Test
  void aPlanThatTheChangeGuardCouldNotReadIsNoPlan() throws Exception {
    String region = "shop-test-us-east-1";
    project.write(
        "cdktf.out/stacks/" + region + "/extra.tf",
        "resource \"terraform_data\" \"aws_route53_record\" {}\n");
    Project guarded = new Project(folder, with("MERIDIAN", "./missing"));

    Result plan = guarded.script("plan.sh", region);

    assertThat(plan.exitCode()).isEqualTo(1);
    assertThat(plan.output()).contains("the change guard could not be asked");
  }

  @Test
  void allAreNotDestroyedWithDnsAmongThem() throws Exception {
    Project destroying = new Project(folder, with("TF_CLI_ARGS_plan", "-destroy"));

    Result plan = destroying.script("plan.sh", "--all");

    assertThat(plan.exitCode()).isEqualTo(1);
    assertThat(plan.output()).contains("DNS must go before the regions it reads");
  }

  @Test
  void aStackThatDoesNotExistIsNamed() throws Exception {
    Result plan = project.script("plan.sh", "shop-test-eu-west-9");

    assertThat(plan.exitCode()).isEqualTo(1);
    assertThat(plan.output()).contains("there is no cdktf.out/stacks/shop-test-eu-west-9/cdk.tf");
  }
}
