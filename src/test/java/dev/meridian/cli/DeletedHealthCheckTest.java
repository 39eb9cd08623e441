package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.testing.RecordedZone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A weighted record set of a live zone has a health check that somebody deleted. */
class DeletedHealthCheckTest {
  private static final Path ZONE =
      Path.of("src/test/resources/dev/meridian/cli/unread-weighted.zone.json");

  @ParameterizedTest
  @ValueSource(strings = {"resolve w --from DE", "what-if --down 192.0.2.2", "prove"})
  void answersThatDependOnItsHealthAreNotKnown(String command) throws IOException {
    Run run = ask(command);

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.err())
        .contains("its health check deleted-check no longer exists, so its health is not known");
    assertThat(run.out()).contains("w.example.com A").doesNotContain("Proved", "100.0 %");
  }

  @Test
  void importNamesTheRecordAndWritesNothing() throws IOException {
    Run run = ask("import");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("its health check deleted-check no longer exists, so its health is not known");
  }

  private static Run ask(String command) throws IOException {
    try (RecordedZone zone = new RecordedZone(new ObjectMapper().readTree(ZONE.toFile()))) {
      List<String> words = new ArrayList<>(List.of(command.split(" ")));
      words.addAll(List.of("--zone", "example.com", "--aws-endpoint", zone.endpoint()));
      return Run.of(words.toArray(String[]::new));
    }
  }
}
