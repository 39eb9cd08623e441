package dev.meridian.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every text of a declaration is text in the stacks, whatever it looks like. */
class InertTextTest {
  private static final int ROUNDS = Integer.getInteger("odd-declarations", 1);

  @TempDir private Path folder;

  @Test
  void whateverIsDeclaredIsReadBackAsTheSameText() {
    for (int backend = 0; backend < OddDeclaration.backends(); backend++) {
      for (int round = 0; round < ROUNDS; round++) {
        int seed = backend * 1000 + round;
        OddDeclaration odd = OddDeclaration.of(seed, backend);

        assertThat(
                strings(odd, folder.resolve(String.valueOf(seed))).stream().map(HclStrings::text))
            .as("seed %d: %s", seed, odd.yaml())
            .containsAll(odd.texts());
      }
    }
  }

  /** The quoted strings in all stacks. */
  static List<String> strings(OddDeclaration odd, Path folder) {
    Synthesized synthesized = Example.of(odd.yaml()).synthesize(folder);
    List<String> strings = new ArrayList<>();
    synthesized.names().forEach(stack -> strings.addAll(HclStrings.of(synthesized.hcl(stack))));
    return strings;
  }
}
