package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  private static final Path STATES = Path.of("src/test/resources/dev/meridian/importing");

  private static final Pattern REMOVED = Pattern.compile("(?ms)^removed \\{$.*?^\\}$");

  @TempDir Path folder;

  @Test
  void theRecipesStateBecomesADeclarationWithoutALoss() throws IOException {
    Run run = Run.of("import", "--state", STATES.resolve("recipe.tfstate").toString());

    golden("recipe.yaml", run.out());
    golden("recipe.err", run.err());
    assertThat(run.exitCode()).isZero();
    assertThat(validate(run.out()).out()).contains("5 names, 18 record sets, 3 health checks.");
  }

  @Test
  void whatAForeignStateHasThatADeclarationCannotSayIsTold() throws IOException {
    Run run = Run.of("import", "--state", STATES.resolve("foreign.tfstate").toString());

    golden("foreign.yaml", run.out());
    golden("foreign.err", run.err());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(validate(run.out()).exitCode()).isZero();
  }

  @Test
  void aStateAnswersAsTheDeclarationImportedFromItDoes() throws IOException {
    Path state = STATES.resolve("recipe.tfstate");
    Path file =
        Files.writeString(
            folder.resolve("imported.yaml"), Run.of("import", "--state", state.toString()).out());

    Run compared = Run.of("compare", state.toString(), file.toString());
    Run asked = Run.of("resolve", "geo.api", "--from", "DE", "--state", state.toString());

    assertThat(compared.exitCode()).as(compared.out() + compared.err()).isZero();
    assertThat(asked.exitCode()).as(asked.err()).isZero();
    assertThat(asked.out()).contains("storefront-production-1.eu-west-1.elb.amazonaws.com");
  }

  @Test
  void aFileIsOnlyWrittenOverWithForce() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), "mine");
    String state = STATES.resolve("recipe.tfstate").toString();

    Run refused = Run.of("import", "--state", state, "-o", file.toString());

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("the file already exists", "--force");
    assertThat(file).hasContent("mine");
    Run forced = Run.of("import", "--state", state, "-o", file.toString(), "--force");
    assertThat(forced.exitCode()).isZero();
    assertThat(forced.out()).startsWith("Wrote " + file + ".");
    assertThat(file).content().contains("names:\n");
  }

  @Test
  void whatToImportHasToBeSaid() {
    assertThat(Run.of("import").exitCode()).isEqualTo(2);
    assertThat(Run.of("import").err())
        .contains("--state FILE, --plan FILE, --zone NAME, or --traffic");
  }

  @Test
  void aZoneWithNothingToDeclareIsBadInput() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("mail.tfstate"),
            """
            {"version": 4, "lineage": "a", "outputs": {}, "resources": [
              {"mode": "managed", "type": "aws_route53_zone", "name": "z", "instances": [
                {"attributes": {"zone_id": "Z1", "name": "example.com"}}]},
              {"mode": "managed", "type": "aws_route53_record", "name": "mx", "instances": [
                {"attributes": {"zone_id": "Z1", "name": "", "type": "MX", "ttl": 60, "records": ["10 mail.example.com"],
                  "set_identifier": "a", "weighted_routing_policy": [{"weight": 1}]}}]}]}
            """);

    Run run = Run.of("import", "--state", file.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("left out: example.com MX: ")
        .contains("it has no name that a declaration can express");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void everyRemovedBlockThatTheDocsAdviseKeepsTheLiveRecord() throws IOException {
    List<String> blocks = new ArrayList<>();
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      for (Path doc : docs.filter(path -> path.toString().endsWith(".md")).toList()) {
        Matcher block = REMOVED.matcher(Files.readString(doc));
        while (block.find()) {
          blocks.add(block.group());
        }
      }
    }

    assertThat(blocks)
        .isNotEmpty()
        .allSatisfy(
            block -> assertThat(block).containsPattern("lifecycle \\{\\s+destroy = false\\s+\\}"));
  }

  private Run validate(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("imported.yaml"), yaml);
    return Run.of("validate", "--config", file.toString());
  }

  private static void golden(String name, String actual) throws IOException {
    Path file = STATES.resolve(name);
    if (System.getProperty("golden.update") != null) {
      Files.writeString(file, actual);
    }
    assertThat(actual).as(name).isEqualTo(Files.readString(file));
  }
}
