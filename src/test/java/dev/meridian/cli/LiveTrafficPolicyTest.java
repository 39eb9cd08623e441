package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.testing.Golden;
import dev.meridian.testing.RecordedZone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live zone with a traffic policy instance. */
class LiveTrafficPolicyTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/meridian/cli/traffic-policy");
  private static final String VIA = "    via: traffic-policy\n";

  @TempDir private Path folder;
  private JsonNode recorded;

  @BeforeEach
  void read() throws IOException {
    recorded = new ObjectMapper().readTree(FOLDER.resolve("zone.json").toFile());
  }

  private Run ask(String... command) throws IOException {
    try (RecordedZone zone = new RecordedZone(recorded)) {
      List<String> all = new ArrayList<>(List.of(command));
      all.addAll(List.of("--zone", "example.com", "--aws-endpoint", zone.endpoint()));
      return Run.of(all.toArray(new String[0]));
    }
  }

  @Test
  void exportWritesTheDocumentOfAnInstanceWithItsHealthChecks() throws IOException {
    Run run = ask("export", "traffic-policy", "api");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    Golden.check("export/zone.json", run.out());
  }

  @Test
  void exportOfADocumentThatCannotBeReadSaysSoAndWritesNothing() throws IOException {
    unreadable();

    Run run = ask("export", "traffic-policy", "api");

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("its traffic policy cannot be read", "Nothing was written.");
  }

  @Test
  void importReadsHealthChecksThatOnlyTheDocumentHas() throws IOException {
    ((ObjectNode) recorded.at("/zones/0")).putArray("ResourceRecordSets");

    Run run =
        ask(
            "import",
            "--traffic-policy",
            FOLDER.resolve("console.json").toString(),
            "--name",
            "www.example.com");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out())
        .contains("id: Z0123456789ABCDEFGHIJ", "health-check: {protocol: HTTP", VIA);
  }

  @Test
  void adoptRefusesRecordsWhereAnInstanceAnswers() throws IOException {
    Path records = records();

    refused(ask("adopt", "-c", records.toString()));
    unreadable();
    refused(ask("adopt", "-c", records.toString()));
  }

  @Test
  void adoptRefusesRecordsWhereAStateHasAnInstance() throws IOException {
    Path records = records();
    String state = Files.readString(FOLDER.resolve("state.json"));
    Path unreadable =
        Files.writeString(
            folder.resolve("unreadable.json"), state.replace("2015-10-01", "2099-01-01"));

    for (Path file : List.of(FOLDER.resolve("state.json"), unreadable)) {
      refused(Run.of("adopt", "-c", records.toString(), "--state", file.toString()));
    }
  }

  @Test
  void anInstanceOfAnotherNameStays() throws IOException {
    Path records = records();
    Files.writeString(
        records, Files.readString(records).replace("  api:\n", "  web:\n").replace("api", "web"));
    Run run = ask("adopt", "-c", records.toString());

    assertThat(run.out())
        .contains("traffic policy instance api.example.com A")
        .doesNotContain("_api-us-east-1");
  }

  private void unreadable() {
    ((ObjectNode) recorded).putArray("trafficpolicies");
  }

  private Path records() throws IOException {
    String declared = Files.readString(Path.of("examples/traffic-policy.yaml"));
    assertThat(declared).contains(VIA);
    return Files.writeString(folder.resolve("meridian.yaml"), declared.replace(VIA, ""));
  }

  private void refused(Run run) {
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "meridian.yaml:30:7: names.api.latency: a traffic policy instance answers for"
                + " api.example.com A, and Route 53 has no record sets next to it\n"
                + "    fix: leave the name out, or delete the instance first\n"
                + "1 problem; nothing was written.");
    assertThat(folder.resolve("meridian.imports.yaml")).doesNotExist();
  }
}
