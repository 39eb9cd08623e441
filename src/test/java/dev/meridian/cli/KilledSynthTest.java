package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code synth} gets {@code kill -9} while it writes. */
@Tag("launcher")
@Timeout(300)
class KilledSynthTest {
  private static final String DECLARED =
      """
      application: shop
      environment: prod
      zone: example.com
      state: {backend: local}
      endpoints: {rack: {addresses: [203.0.113.1]}}
      names: {www: {simple: rack}}
      """;

  private static final String EDITED = DECLARED.replace("www", "web");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {".meridian.lock", ".meridian.new", ".meridian.new/stacks/shop-prod-dns"})
  void theStackIsTheOldOrTheNewOneAndTheNextRunWorks(String file) throws Exception {
    String edited = synthesized(EDITED);
    String old = synthesized(DECLARED);
    Files.delete(output().resolve(".meridian.lock"));
    Files.writeString(declaration(), EDITED);

    Process synth =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dmeridian.home=" + Path.of("").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "synth",
                "-c",
                declaration().toString(),
                "-o",
                output().toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (synth.isAlive() && !Files.exists(output().resolve(file))) {
      Thread.onSpinWait();
    }
    List<ProcessHandle> children = synth.descendants().toList();
    synth.destroyForcibly().waitFor(); // SIGKILL
    children.forEach(child -> child.onExit().join()); // jsii's Node.js ends with its input

    assertThat(Files.readString(stack())).isIn(old, edited);
    assertThat(synthesized(EDITED)).isEqualTo(edited);
    assertThat(output().resolve(".meridian.new")).doesNotExist();
    assertThat(output().resolve(".meridian.old")).doesNotExist();
  }

  private String synthesized(String text) throws IOException {
    Files.writeString(declaration(), text);
    Run run = Run.of("synth", "-c", declaration().toString(), "-o", output().toString());
    assertThat(run.exitCode()).as(run.toString()).isZero();
    return Files.readString(stack());
  }

  private Path declaration() {
    return folder.resolve("meridian.yaml");
  }

  private Path output() {
    return folder.resolve("cdktf.out");
  }

  private Path stack() {
    return output().resolve("stacks/shop-prod-dns/cdk.tf");
  }
}
