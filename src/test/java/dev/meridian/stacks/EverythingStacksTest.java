package dev.meridian.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.testing.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class EverythingStacksTest {
  @TempDir private static Path folder;
  private static Synthesized everything;

  @BeforeAll
  static void synthesize() throws IOException {
    everything = Example.everything().synthesize(folder.resolve("first"));
  }

  @TestFactory
  List<DynamicTest> everyStackIsTheGoldenOne() {
    return everything.names().stream()
        .map(
            stack ->
                DynamicTest.dynamicTest(
                    stack,
                    () ->
                        Golden.check("stacks/everything/" + stack + ".tf", everything.hcl(stack))))
        .toList();
  }

  @Test
  void twoRunsWriteTheSameBytes() throws IOException {
    Synthesized again = Example.everything().synthesize(folder.resolve("again"));

    assertThat(again.files()).isEqualTo(everything.files());
  }
}
