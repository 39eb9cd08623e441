package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.aws.LiveResources;
import dev.meridian.cli.option.CommandProcesses;
import dev.meridian.cli.option.NoTerraform;
import dev.meridian.rehearse.LocalAws;
import dev.meridian.rehearse.LocalAwsProgram;
import dev.meridian.terraform.TerraformSettings;
import dev.meridian.terraform.process.RunningProcesses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pinned CDKTF CLI deploys the recipe on the local AWS, regions before DNS, and Meridian
 * destroys it.
 */
@Tag("terraform")
@Timeout(900)
class CdktfTest {
  private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1", "ap-southeast-1");

  @TempDir Path folder;

  @Test
  void whatCdktfDeploysCanBeDestroyed() throws Exception {
    Files.copy(Path.of("meridian.yaml"), folder.resolve("meridian.yaml"));
    try (RunningProcesses processes = CommandProcesses.start();
        LocalAws aws =
            LocalAws.start(
                LocalAwsProgram.in(Path.of(""), processes, line -> {}),
                processes,
                LocalAws.Options.in(folder.resolve("aws")))) {
      Map<String, String> environment =
          TerraformSettings.usual(
                  NoTerraform.find(), processes, System.getenv(), folder.resolve("settings"))
              .with(aws.environment(System.getenv()))
              .with(Map.of("CI", "1", "TF_PLUGIN_CACHE_DIR", "", "MERIDIAN_CONFIG", ""))
              .environment();

      String deployed = cdktf(environment, "deploy");

      assertThat(deployed).contains("Apply complete!", "name_servers");
      assertThat(folder.resolve("cdktf.json")).content().contains("meridian app");
      assertThat(folder.resolve("cdktf.out/stacks/storefront-production-dns/cdk.tf")).exists();
      assertThat(LiveResources.in(REGIONS, false, aws.access()))
          .anyMatch(one -> one.startsWith("hosted zone example.com."))
          .containsAll(
              REGIONS.stream().map(r -> r + ": load balancer storefront-production-alb").toList());

      Run destroyed =
          Run.in(
              folder,
              environment,
              "destroy",
              "--yes",
              "--delete-zone",
              "example.com",
              "--aws-endpoint",
              aws.endpoint().toString());

      assertThat(destroyed.exitCode()).as(destroyed.toString()).isZero();

      assertThat(LiveResources.in(REGIONS, false, aws.access())).isEmpty();
    }
  }

  private String cdktf(Map<String, String> environment, String command) throws Exception {
    Path log = folder.resolve(command + ".log");
    String launcher = Path.of("meridian").toAbsolutePath().toString();
    ProcessBuilder builder =
        new ProcessBuilder(
                launcher, "cdktf", command, "*", "--auto-approve", "--skip-provider-lock")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    environment.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
    int code = builder.start().waitFor();
    String said = Files.readString(log);
    assertThat(code).as(said).isZero();
    return said;
  }
}
