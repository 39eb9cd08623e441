package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A recorded zone with every type of record. */
class ImportedRecordsTest {
  private static final Path ZONE =
      Path.of("src/test/resources/dev/meridian/importing/every-type.zone.json");

  @TempDir private Path folder;
  private Path imported;
  private Run run;

  @BeforeEach
  void importZone() throws IOException {
    run = ask("import");
    imported = Files.writeString(folder.resolve("imported.yaml"), run.out());
  }

  private static Run ask(String... command) throws IOException {
    try (RecordedZone zone = new RecordedZone(new ObjectMapper().readTree(ZONE.toFile()))) {
      List<String> words = new ArrayList<>(List.of(command));
      words.addAll(List.of("--zone", "example.com", "--aws-endpoint", zone.endpoint()));
      return Run.of(words.toArray(new String[0]));
    }
  }

  @Test
  void everySimpleRecordSetIsDeclaredAsItIsSpelled() throws IOException {
    Golden.check("importing/every-type.yaml", run.out());
  }

  @Test
  void onlyWhatADeclarationCannotSayIsLeftOut() {
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines())
        .containsExactly(
            "left out: mx2.example.com MX: Meridian routes only A, AAAA and CNAME records, and"
                + " these have the weighted policy",
            "left out: mx3.example.com MX: Meridian routes only A, AAAA and CNAME records, and"
                + " this one is an alias",
            "left out: odd.example.com DS: \"1 13 2 00\" is not a value of a DS record: type 2 has"
                + " 64 hexadecimal digits, not 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@ MX",
        "@ TXT",
        "@ CAA",
        "@ NAPTR",
        "sel1._domainkey TXT",
        "sel2._domainkey TXT",
        "_sip._tcp SRV",
        "k8s DS",
        "api HTTPS",
        "_dns SVCB",
        "_443._tcp.www2 TLSA",
        "host SSHFP",
        "10 PTR",
        "x.dev TXT"
      })
  void theFileAnswersAsTheZoneDoes(String question) throws IOException {
    String name = question.split(" ")[0];
    String type = question.split(" ")[1];
    Run live = ask("resolve", name, "--type", type);
    Run declared = Run.of("resolve", name, "--type", type, "--config", imported.toString());

    assertThat(live.exitCode()).as(live.err()).isZero();
    assertThat(declared.out()).isEqualTo(live.out());
  }

  @Test
  void hostsThatLookWrongAreKeptAndWarnedAbout() {
    Run validated = Run.of("validate", "--config", imported.toString());

    assertThat(validated.exitCode()).as(validated.err()).isZero();
    assertThat(validated.out() + validated.err())
        .contains(
            "records.short.MX: host names are complete: \"mail\" is not mail.example.com",
            "silence: [incomplete-host]");
  }
}
