package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code import} of documents that were written in the console's editor. */
class TrafficPolicyDocumentsTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/meridian/cli/traffic-policy");
  private static final Path CONSOLE = FOLDER.resolve("console.json");
  private static final Path STATE = FOLDER.resolve("state.json");

  @TempDir private Path folder;

  private static Run load(Object... words) {
    List<String> all = new ArrayList<>(List.of("import"));
    for (Object word : words) {
      all.add(word.toString());
    }
    return Run.of(all.toArray(new String[0]));
  }

  @Test
  void aDocumentOfTheConsoleBecomesTheDeclaredTree() throws IOException {
    Run run = load("--traffic-policy", CONSOLE, "--name", "www.example.com", "--state", STATE);

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.err()).isEmpty();
    Golden.check("importing/console.yaml", run.out());
    Path file = Files.writeString(folder.resolve("meridian.yaml"), run.out());
    Run exported = Run.of("export", "traffic-policy", "www", "-c", file.toString());
    assertThat(exported.err())
        .contains("health check berlin: its ID is known only after apply")
        .doesNotContain("endpoint");
  }

  @Test
  void theDocumentsOfBothTypesBecomeOneName() throws IOException {
    Path four = file("a.json", weighted("A", "203.0.113.1", "203.0.113.2"));
    Path six = file("aaaa.json", weighted("AAAA", "2001:db8::1", "2001:db8::2"));

    Run run = load("--traffic-policy", four, six, "--name", "example.com");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out())
        .contains("zone: example.com\n")
        .contains("  one: {addresses: [203.0.113.1, \"2001:db8::1\"]}\n")
        .contains("  \"@\": {weighted: {one: 9, two: 1}, via: traffic-policy}\n")
        .doesNotContain("differ");
  }

  private static String weighted(String type, String one, String two) {
    return String.format(
        """
        {"AWSPolicyFormatVersion": "2015-10-01", "RecordType": "%s", "StartRule": "r",
         "Endpoints": {"one": {"Type": "value", "Value": "%s"},
                       "two": {"Type": "value", "Value": "%s"}},
         "Rules": {"r": {"RuleType": "weighted", "Items": [
           {"Weight": "9", "EndpointReference": "one"},
           {"Weight": 1, "EndpointReference": "two"}]}}}
        """,
        type, one, two);
  }

  @Test
  void healthChecksNeedASourceThatHasThem() {
    String id = "54eef991-395b-45bd-a711-ec52201619a3";

    assertThat(refusal("--traffic-policy", CONSOLE, "--name", "www.example.com"))
        .contains("the settings of the health check " + id + " are not in the document")
        .contains("fix: add --state FILE or --zone NAME, to read them from there");
    Path other = Path.of("src/test/resources/dev/meridian/importing/recipe.tfstate");
    assertThat(refusal("--traffic-policy", CONSOLE, "--name", "api.example.com", "--state", other))
        .contains(" has no health check " + id);
    assertThat(refusal("--traffic-policy", CONSOLE, "--name", "www.example.org", "--state", STATE))
        .contains("--name: www.example.org is not in the zone example.com");
  }

  @Test
  void everyFileThatIsNoDocumentIsReported() throws IOException {
    String good = weighted("A", "203.0.113.1", "203.0.113.2");
    Path first = file("first.json", good);
    Path same = file("same.json", good);
    Path twice = file("twice.json", good.replace("\"two\":", "\"one\":"));
    Path cut = file("cut.json", good.substring(0, good.length() / 2));
    Path mail = file("mail.json", good.replace("\"A\"", "\"MX\""));
    Path word =
        file(
            "word.json",
            good.replace("\"EndpointReference\": \"one\"", "\"RuleReference\": \"s\"")
                .replace(
                    "\"Weight\": \"9\",", "\"Weight\": \"9\", \"EvaluateTargetHealth\": \"yes\","));

    String err =
        refusal("--traffic-policy", first, same, twice, cut, mail, word, folder.resolve("no"));

    assertThat(err.replace(folder + "/", ""))
        .contains("--traffic-policy: a document does not contain the name that it answers for")
        .contains("same.json: it is for A records, like first.json")
        .contains("twice.json: the document is not JSON: Duplicate field 'one'")
        .contains("cut.json: the document is not JSON: Unexpected end-of-input")
        .contains("mail.json: its RecordType is MX, which Meridian does not route")
        .contains("word.json: EvaluateTargetHealth in a branch of the rule r is yes, not true")
        .contains("no: the file cannot be read")
        .contains("7 problems");
    assertThat(refusal("--name", "www.example.com"))
        .contains("--name: it is the name for --traffic-policy");
    assertThat(refusal("--traffic-policy", first, "--name", "www..example.com"))
        .contains("--name: ");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String refusal(Object... words) {
    Run run = load(words);
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    return run.err();
  }
}
