package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.testing.RecordedZone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code adopt} does with the ownership records of a zone. */
class AdoptedOwnersTest {
  private static final Path GIVEN = Path.of("src/test/resources/dev/meridian/adopt");

  @TempDir private Path folder;
  private Path declaration;
  private Path imports;
  private JsonNode zone;

  @BeforeEach
  void declare() throws IOException {
    declaration = folder.resolve("meridian.yaml");
    imports = folder.resolve("meridian.imports.yaml");
    Files.writeString(
        declaration,
        Files.readString(GIVEN.resolve("meridian.yaml"))
            .replace("zone: example.com", "zone: {name: example.com, id: Z0ADOPT}"));
    zone = new ObjectMapper().readTree(GIVEN.resolve("zone.json").toFile());
  }

  @Test
  void aNameOfAnotherOwnerIsRefusedUnlessItIsTakenOver() throws IOException {
    owned("_meridian.www.example.com.", "meridian application=wiki environment=prod");

    Run refused = adopt();
    Run fromSomebodyElse = adopt("--take-over", "wiki/test");

    assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(1);
    assertThat(refused.out())
        .startsWith("www.example.com is owned by application wiki, environment prod (record")
        .contains("fix: ", "ownership: false")
        .endsWith("Nothing was written.\n");
    assertThat(fromSomebodyElse.out()).isEqualTo(refused.out());
    assertThat(imports).doesNotExist();

    Run taken = adopt("--take-over", "wiki/prod");

    assertThat(taken.out())
        .contains(
            "record _meridian.www.example.com TXT: values [\"meridian application=wiki"
                + " environment=prod\"] becomes [\"meridian application=shop environment=prod\"]");
    assertThat(imports)
        .content()
        .contains(
            "aws_route53_record._meridian_www__txt: \"Z0ADOPT__meridian.www.example.com_TXT\"");
  }

  @Test
  void anOwnershipRecordOfTheSameOwnerIsImported() throws IOException {
    owned("_meridian.www.example.com.", "meridian application=shop environment=prod");
    owned("_meridian.else.example.com.", "meridian application=wiki environment=prod");

    Run run = adopt();

    assertThat(run.out()).contains("4 ownership records").doesNotContain("_meridian.else", "TXT: ");
    assertThat(imports).content().contains("aws_route53_record._meridian_www__txt: ");
  }

  @Test
  void aZoneThatAnotherOwnerCreatedIsRefusedAlways() throws IOException {
    owned("_meridian.example.com.", "meridian application=wiki environment=prod zone=example.com");

    Run run = adopt("--take-over", "wiki/prod");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .startsWith(
            "*.example.com is owned by application wiki, environment prod, which owns the zone");
    assertThat(imports).doesNotExist();
  }

  @Test
  void theRecordOfTheNameBeforeARenameIsImportedAndChangedInPlace() throws IOException {
    Files.writeString(
        declaration,
        Files.readString(declaration) + "was: {application: wiki, environment: prod}\n");
    owned("_meridian.www.example.com.", "meridian application=wiki environment=prod");

    Run run = adopt();

    assertThat(run.out()).contains("becomes [\"meridian application=shop environment=prod\"]");
    assertThat(imports).content().contains("aws_route53_record._meridian_www__txt: ");
  }

  @Test
  void withoutOwnershipNobodyIsAskedAndTheRecordsOfOthersStay() throws IOException {
    Files.writeString(declaration, Files.readString(declaration) + "ownership: false\n");
    owned("_meridian.www.example.com.", "meridian application=wiki environment=prod");

    Run run = adopt();

    assertThat(run.out()).doesNotContain("owned", "ownership record");
    assertThat(imports).content().doesNotContain("_meridian");
  }

  private void owned(String name, String text) {
    ObjectNode record = ((ArrayNode) zone.at("/zones/0/ResourceRecordSets")).addObject();
    record.put("Name", name).put("Type", "TXT").put("TTL", 300);
    record.putArray("ResourceRecords").addObject().put("Value", '"' + text + '"');
  }

  private Run adopt(String... more) throws IOException {
    try (RecordedZone recorded = new RecordedZone(zone)) {
      List<String> all = new ArrayList<>(List.of("adopt", "-c", declaration.toString()));
      all.addAll(List.of("--aws-endpoint", recorded.endpoint()));
      all.addAll(List.of(more));
      return Run.of(all.toArray(String[]::new));
    }
  }
}
