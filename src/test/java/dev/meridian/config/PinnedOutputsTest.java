package dev.meridian.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinnedOutputsTest {
  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    PinnedOutputs outputs =
        new PinnedOutputs("lb-1.eu-west-1.elb.amazonaws.com", "Z32O12", List.of("192.0.2.1"));
    Files.writeString(folder.resolve("pin.yaml"), outputs.yaml("eu-west-1", "a-b-eu-west-1"));
    Path declaration =
        Files.writeString(
            folder.resolve("meridian.yaml"),
            """
            application: a
            environment: b
            zone: example.com
            regions: {eu-west-1: {pinned: pin.yaml}}
            names: {"@": {simple: eu-west-1}}
            """);

    Optional<Deployment> read =
        new DeploymentReader(
                problem -> {
                  throw new AssertionError(problem.toString());
                })
            .read(declaration);

    assertThat(read.orElseThrow().region("eu-west-1").orElseThrow().pinnedOutputs())
        .contains(outputs);
  }
}
