package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.testing.Mutations;
import dev.meridian.testing.RandomCases;
import dev.meridian.testing.RecordedZone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What emulators, unfinished plans and other people's zones hold is imported, or named. */
class OddImportsTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/meridian/importing");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** 200, and 20 among the fast tests, of each source. */
  private static final int CASES = RandomCases.COUNT / 50;

  @TempDir private Path folder;

  @Test
  void aRecordOnACidrCollectionWithoutLocationsIsLeftOutAndTheRestImported() throws IOException {
    Run run = plan("empty-cidr");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains(
            "left out: x.example.com: its CIDR collection empty is left out",
            "left out: CIDR collection empty: the collection has no location");
    assertThat(run.out()).contains("  www: {simple: at-192-0-2-1}");
    assertIsReadable(run);
  }

  @Test
  void aPrivateZoneWithOneLabelIsImportedAndNeverCreatedAsAPublicOne() throws IOException {
    Run run = plan("private-tld");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("zone: {name: internal, existing: true, private: true}", "  db: {simple: ");
    assertIsReadable(run);
  }

  @Test
  void ofTwoRecordSetsForOneLocationTheSecondIsLeftOutWithTheReason() throws IOException {
    Run run = plan("dup-geo");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains(
            "left out: geo.example.com A b: Route 53 accepts one record set per location, region,"
                + " or failover role, and geo.example.com A a has the same");
    assertThat(run.out())
        .contains(
            "  geo: {geolocation: {NA: {to: k-1, identifier: a}, EU: {to: k-3, identifier: c}}}");
    assertIsReadable(run);
  }

  @Test
  void aZoneIdThatBeginsWithNoZIsAdoptedAsItIs() throws IOException {
    Run run = zone("emulator-id");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("zone: {name: example.com, id: WBCZ6F10CWV9J1G}");
    assertIsReadable(run);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0123456789", "123E45", "0X1F", "TRUE", "NULL", "QP36SKI6NFXOY257HCCE06"})
  void aZoneIdThatLooksLikeAnotherTypeIsWrittenAsAText(String id) throws IOException {
    String recorded = Files.readString(FOLDER.resolve("emulator-id.zone.json"));
    Run run = served(JSON.readTree(recorded.replace("WBCZ6F10CWV9J1G", id)));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains(id);
    assertIsReadable(run);
  }

  @Test
  void aTtlOf0StaysAndIsNoOtherNames() throws IOException {
    Run run = zone("ttl0");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("ttl: 0\n", "  xn--bcher-kva: {simple: at-192-0-2-1, ttl: 60}");
    assertIsReadable(run);
  }

  @Test
  void everyPolicyOfARecordedZoneIsImported() throws IOException {
    Run run = zone("every-policy");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain("left out");
    assertIsReadable(run);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "foreign.tfstate",
        "recipe.tfstate",
        "private.tfstate",
        "empty-cidr.plan.json",
        "dup-geo.plan.json",
        "private-tld.plan.json"
      })
  void noChangeToAPlanOrStateMakesImportFaultOrWriteWhatItCannotRead(String name)
      throws IOException {
    JsonNode original = JSON.readTree(FOLDER.resolve(name).toFile());
    Path file = folder.resolve(name);
    List<String> faults = new ArrayList<>();
    for (long seed = 0; seed < CASES; seed++) {
      JsonNode mutated =
          new Mutations(seed)
              .of(original, Set.of("resources", "resource_changes", "configuration"));
      Files.writeString(file, JSON.writeValueAsString(mutated));
      check(seed, Run.of("import", "--plan", file.toString()), faults);
    }
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"every-policy", "every-type"})
  void noChangeToAZoneMakesImportFaultOrWriteWhatItCannotRead(String name) throws IOException {
    JsonNode original = JSON.readTree(FOLDER.resolve(name + ".zone.json").toFile());
    List<String> faults = new ArrayList<>();
    try (RecordedZone zone = new RecordedZone(original)) {
      for (long seed = 0; seed < CASES; seed++) {
        Set<String> parts = Set.of("ResourceRecordSets", "healthchecks", "cidr");
        zone.serve(new Mutations(seed).of(original, parts));
        check(seed, ask(zone), faults);
      }
    }
    assertThat(faults).isEmpty();
  }

  private void check(long seed, Run run, List<String> faults) throws IOException {
    if (run.exitCode() > 2 || run.err().contains("This is a fault of Meridian's")) {
      faults.add("seed " + seed + ": " + run.err());
    } else if (run.exitCode() < 2 && validate(run).exitCode() != 0) {
      faults.add("seed " + seed + ": " + validate(run).err() + run.out());
    }
  }

  private static Run plan(String name) {
    return Run.of("import", "--plan", FOLDER.resolve(name + ".plan.json").toString());
  }

  private static Run zone(String name) throws IOException {
    return served(JSON.readTree(FOLDER.resolve(name + ".zone.json").toFile()));
  }

  private static Run served(JsonNode recorded) throws IOException {
    try (RecordedZone zone = new RecordedZone(recorded)) {
      return ask(zone);
    }
  }

  private static Run ask(RecordedZone zone) {
    return Run.of("import", "--zone", "example.com", "--aws-endpoint", zone.endpoint());
  }

  private void assertIsReadable(Run run) throws IOException {
    Run validated = validate(run);
    assertThat(validated.exitCode()).as(validated.err()).isZero();
  }

  private Run validate(Run run) throws IOException {
    Path file = Files.writeString(folder.resolve("imported.yaml"), run.out());
    return Run.of("validate", "--config", file.toString());
  }
}
