package dev.meridian.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceleratorStackTest {
  private static final Path GOOD = Path.of("src/test/resources/good-declarations");

  @TempDir private Path folder;

  @Test
  void theExampleHasAStackForItsAccelerator() throws Exception {
    Synthesized stacks =
        Example.of(Files.readString(Path.of("examples/accelerator.yaml"))).synthesize(folder);

    Golden.check("stacks/accelerator.tf", stacks.hclOf("-accelerator-global"));
    assertThat(stacks.files().get("manifest.json"))
        .containsIgnoringWhitespaces(
            """
            "dependencies": [
              "storefront-accelerated-us-east-1",
              "storefront-accelerated-eu-west-1",
              "storefront-accelerated-accelerator-global"
            ]
            """);
  }

  @Test
  void everySettingIsInTheStack() throws Exception {
    Synthesized stacks =
        Example.of(Files.readString(GOOD.resolve("accelerators.yaml"))).synthesize(folder);
    String full = stacks.hclOf("-accelerator-full");
    String dns = stacks.hclOf("-dns");

    assertThat(full)
        .contains(
            "ip_address_type = \"DUAL_STACK\"",
            "resource \"aws_globalaccelerator_listener\" \"port_443\"",
            "resource \"aws_globalaccelerator_endpoint_group\" \"port_443_eu-west-1\"",
            "traffic_dial_percentage = 60",
            "aws_globalaccelerator_accelerator.main.dual_stack_dns_name")
        .containsIgnoringWhitespaces(
            "client_ip_preservation_enabled = false",
            "weight = 255",
            "weight = 128",
            "client_affinity = \"SOURCE_IP\"");
    assertThat(dns)
        .contains("resource \"aws_route53_record\" \"c_primary_aaaa\"")
        .containsIgnoringWhitespaces("zone_id = \"Z2BJ6XQ5FK7U4H\"")
        .contains("data.terraform_remote_state.full.outputs.accelerator_dns_name");
  }

  @Test
  void aPinReplacesTheStateOfARegion() throws Exception {
    String yaml =
        Files.readString(GOOD.resolve("accelerator-pinned.yaml"))
            .replace("pinned/", GOOD.toAbsolutePath().resolve("pinned") + "/");
    String hcl = Example.of(yaml).synthesize(folder).hclOf("-accelerator-global");

    assertThat(hcl)
        .contains(
            "\"arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/a-b-alb/0123456789abcdef\"")
        .doesNotContain("terraform_remote_state");
  }
}
