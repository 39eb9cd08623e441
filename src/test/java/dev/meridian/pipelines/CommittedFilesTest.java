package dev.meridian.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.pipelines.Project.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What git commits under the lines of {@code examples/pipelines/terraform/gitignore}. */
class CommittedFilesTest {
  @TempDir Path folder;

  @Test
  void configurationAndLockFilesAreCommittedButNoProviderPlanOrState() throws Exception {
    Project project = new Project(folder, Map.of("GIT_CONFIG_GLOBAL", "/dev/null"));
    String stack = "cdktf.out/stacks/shop-test-dns/";
    project.write(".gitignore", Files.readString(Project.SCRIPTS.resolve("gitignore")));
    project.write("cdktf.out/manifest.json", "{}");
    project.write("cdktf.out/.meridian.lock", "");
    project.write("cdktf.staging.out/manifest.json", "{}");
    project.write("cdktf.staging.out/.meridian.lock", "");
    project.write("cdktf.staging.out/stacks/shop-staging-dns/.terraform/terraform.tfstate", "{}");
    project.write(stack + "cdk.tf", "");
    project.write(stack + ".terraform.lock.hcl", "");
    project.write(stack + ".terraform/terraform.tfstate", "{}");
    project.write(stack + ".terraform/providers/provider", "");
    project.write("plans/shop-test-dns.tfplan", "");
    project.write("plans/shop-test-dns.txt", "");
    project.write("terraform.shop-test-dns.tfstate", "{}");
    project.write("terraform.shop-test-dns.tfstate.backup", "{}");
    project.write(".terraform.shop-test-dns.tfstate.lock.info", "{}");

    assertThat(project.run("git", "init", "--quiet").exitCode()).isZero();
    Result committed = project.run("git", "ls-files", "--others", "--exclude-standard");

    assertThat(committed.output().lines())
        .containsExactlyInAnyOrder(
            ".gitignore",
            "cdktf.out/manifest.json",
            "cdktf.staging.out/manifest.json",
            stack + ".terraform.lock.hcl",
            stack + "cdk.tf");
  }
}
