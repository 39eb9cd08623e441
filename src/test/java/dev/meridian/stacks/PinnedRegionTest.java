package dev.meridian.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinnedRegionTest {
  private static final Path DECLARATION =
      Path.of("src/test/resources/good-declarations/pinned-region.yaml");

  @TempDir private Path folder;

  @Test
  void dnsNeitherReadsNorAwaitsAPinnedRegion() throws Exception {
    String yaml =
        Files.readString(DECLARATION)
            .replace("pinned/", DECLARATION.toAbsolutePath().resolveSibling("pinned") + "/");
    Synthesized stacks = Example.of(yaml).synthesize(folder);
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
}
