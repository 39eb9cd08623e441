package dev.meridian.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinnedRegionTest {
  private static final Path DECLARATIONS = Path.of("src/test/resources/good-declarations");

  @TempDir private Path folder;

  @Test
  void dnsNeitherReadsNorAwaitsAPinnedRegion() throws Exception {
    Synthesized stacks = synthesize("pinned-region.yaml");
    String dns = stacks.hclOf("-dns");

    assertThat(dns)
        .contains("data \"terraform_remote_state\" \"us-east-1\"")
        .doesNotContain("data \"terraform_remote_state\" \"eu-west-1\"")
        .contains("fqdn              = \"a-b-alb-1.eu-west-1.elb.amazonaws.com\"")
        .containsIgnoringWhitespaces("records = [\"192.0.2.2\"]")
        .contains("Region = \"eu-west-1\"");
    assertThat(stacks.files().get("manifest.json"))
        .containsIgnoringWhitespaces("\"dependencies\": [\"a-b-us-east-1\"]");
  }

  @Test
  void theStacksOfAPrivateZoneHaveTheOutputsOfAPinnedRegionAndDoNotReadItsState() throws Exception {
    Synthesized stacks = synthesize("private-pinned.yaml");
    String dns = stacks.hclOf("-private-dns");
    String network = stacks.hclOf("-private-network");

    assertThat(dns)
        .contains("data \"terraform_remote_state\" \"us-east-1\"")
        .doesNotContain("data \"terraform_remote_state\" \"eu-west-1\"")
        .contains("\"internal-a-b-alb-2.eu-west-1.elb.amazonaws.com\"")
        .containsIgnoringWhitespaces("vpc_id = \"vpc-0fedcba9876543210\"");
    assertThat(network)
        .contains("data \"terraform_remote_state\" \"us-east-1\"")
        .doesNotContain("data \"terraform_remote_state\" \"eu-west-1\"")
        .contains(
            "\"vpc-0fedcba9876543210\"",
            "\"10.25.0.0/16\"",
            "\"rtb-0fedcba9876543210\"",
            "\"rtb-0fedcba9876543211\"",
            "\"subnet-0fedcba9876543211\"");
  }

  private Synthesized synthesize(String name) throws Exception {
    String pins = DECLARATIONS.toAbsolutePath().resolve("pinned") + "/";
    String yaml = Files.readString(DECLARATIONS.resolve(name)).replace("pinned/", pins);
    return Example.of(yaml).synthesize(folder);
  }
}
