package dev.meridian.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.testing.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackendsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void oneDeclarationServesWriterAndReader(BackendExample backend) throws IOException {
    Synthesized synthesized = backend.example().synthesize(folder);

    Golden.check("stacks/backends/" + backend + ".tf", blocks(synthesized.hclOf("-dns")));
    assertThat(blocks(synthesized.hclOf("us-east-1")).replace("-us-east-1", "-dns"))
        .isEqualTo(block("terraform", synthesized.hclOf("-dns")));
  }

  /** The blocks that speak of states. */
  private static String blocks(String hcl) {
    String states = block("data \"terraform_remote_state\"", hcl);
    return block("terraform", hcl) + (states.isEmpty() ? "" : "\n" + states);
  }

  private static String block(String beginning, String hcl) {
    return Arrays.stream(hcl.split("(?<=\n})\n\n?"))
        .filter(block -> block.startsWith(beginning))
        .collect(Collectors.joining("\n\n", "", "\n"))
        .replaceAll("^\n$", "");
  }
}
