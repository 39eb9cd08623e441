package dev.meridian.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwitchStacksTest {
  private static final Path EXAMPLE = Path.of("examples/recovery-controls.yaml");
  private static final String CLUSTER =
      "arn:aws:route53-recovery-control::123456789012:cluster/0123";

  @TempDir private Path folder;

  @Test
  void theDnsStackHasTheClusterTheControlsTheRuleAndTheirHealthChecks() throws IOException {
    Golden.check("stacks/recovery-controls/dns.tf", dns(Files.readString(EXAMPLE)));
  }

  @Test
  void aClusterThatExistsIsNotCreated() throws IOException {
    String hcl =
        dns(Files.readString(EXAMPLE).replace("cost: accepted", "cluster: \"" + CLUSTER + "\""));

    assertThat(hcl)
        .doesNotContain("aws_route53recoverycontrolconfig_cluster")
        .contains("cluster_arn = \"" + CLUSTER + "\"");
  }

  @Test
  void theOrderOfTheRegionsChangesNothingThatExists() throws IOException {
    String text = Files.readString(EXAMPLE);
    String turned =
        text.replace(
            "  regions: [us-east-1, eu-west-1]\n  at-least",
            "  regions: [eu-west-1, us-east-1]\n  at-least");

    assertThat(turned).isNotEqualTo(text);
    assertThat(resources(dns(turned))).isEqualTo(resources(dns(text)));
  }

  private static String resources(String hcl) {
    return hcl.substring(hcl.indexOf("resource "), hcl.indexOf("output "));
  }

  private String dns(String yaml) throws IOException {
    return Example.of(yaml).synthesize(Files.createTempDirectory(folder, "out")).hclOf("-dns");
  }
}
