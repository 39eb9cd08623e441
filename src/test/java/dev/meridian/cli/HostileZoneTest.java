package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.testing.FakeTerraform;
import dev.meridian.testing.RecordedZone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A live zone in which somebody put text that is meant for the terminal or page of its readers. XML
 * 1.0 has no escape character, but it has the C1 controls, which terminals understand too.
 */
class HostileZoneTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** U+009B begins a control sequence, U+202E reverses the text after it. */
  private static final String HOSTILE =
      "\\u009b2J\\u202e\\n\\t\\\"]|`$(x)${file(1)}<script>alert(1)</script>--%3Chr%3E";

  private static final String ZONE =
      """
      {"zones": [{"Id": "Z1", "Name": "example.com.", "ResourceRecordSets": [
        {"Name": "www.example.com.", "Type": "A", "SetIdentifier": "1HOSTILE", "Weight": 1, "TTL": 60,
         "HealthCheckId": "hc-1", "ResourceRecords": [{"Value": "192.0.2.1"}]},
        {"Name": "www.example.com.", "Type": "A", "SetIdentifier": "2HOSTILE", "Weight": 1, "TTL": 60,
         "HealthCheckId": "hcHOSTILE", "ResourceRecords": [{"Value": "192.0.2.2"}]},
        {"Name": "x\\\\033[31m\\\\042\\\\076.example.com.", "Type": "CNAME", "TTL": 60,
         "ResourceRecords": [{"Value": "y\\\\033[31m\\\\074script\\\\076.example.net."}]},
        {"Name": "t.example.com.", "Type": "TXT", "TTL": 60, "ResourceRecords": [{"Value": "\\"HOSTILE\\""}]},
        {"Name": "HOSTILE.example.com.", "Type": "A", "TTL": 60, "ResourceRecords": [{"Value": "HOSTILE"}]}]}],
       "healthchecks": {
        "hc-1": {"Id": "hc-1", "HealthCheckConfig": {"Type": "HTTP", "Port": 80, "IPAddress": "192.0.2.1",
          "ResourcePath": "/HOSTILE",
          "RequestInterval": 30, "FailureThreshold": 3}},
        "hcHOSTILE": {"Id": "hcHOSTILE", "HealthCheckConfig": {"Type": "HTTP", "Port": 80,
          "IPAddress": "192.0.2.2", "RequestInterval": 30, "FailureThreshold": 3}}}}
      """
          .replace("HOSTILE", HOSTILE);

  private static final String DECLARED =
      """
      application: shop
      environment: prod
      zone: {name: example.com, id: Z1}
      state: {backend: local}
      ownership: false
      endpoints: {a: {addresses: [192.0.2.1]}, b: {addresses: [192.0.2.2]}}
      names: {www: {failover: {primary: a, secondary: b}}}
      """;

  private static RecordedZone zone;
  @TempDir private Path folder;

  @BeforeAll
  static void serve() throws IOException {
    zone = new RecordedZone(JSON.readTree(ZONE));
  }

  @AfterAll
  static void stop() {
    zone.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resolve www --explain --zone Z1",
        "resolve www --json --zone Z1",
        "resolve t --type TXT --zone Z1",
        "resolve nothing --from DE --zone Z1",
        "what-if --down hc-1 --zone Z1",
        "what-if --down 192.0.2.1 --json --zone Z1",
        "what-if --down nobody --zone Z1",
        "prove --zone Z1",
        "prove --json --zone Z1",
        "prove --junit OUT --zone Z1",
        "check --goals GOALS --zone Z1",
        "check --goals GOALS --json --zone Z1",
        "compare zone:Z1 CONFIG",
        "compare zone:Z1 CONFIG --json",
        "compare CONFIG zone:Z1",
        "compare --before CONFIG --zone Z1",
        "graph www --zone Z1",
        "graph www --format mermaid --zone Z1",
        "graph www --format dot --zone Z1",
        "report -o OUT --zone Z1",
        "cost --zone Z1",
        "cost --json --zone Z1",
        "cost --markdown --zone Z1",
        "drill --simulate --resolvers 10 --down 192.0.2.1 --zone Z1",
        "drill --simulate --json --resolvers 10 --down 192.0.2.1 --zone Z1",
        "export traffic-policy www --zone Z1",
        "import -o OUT --zone Z1",
        "validate --against zone:Z1 -c CONFIG",
        "validate --json --against zone:Z1 -c CONFIG",
        "migrate www --dry-run --zone Z1 -c CONFIG",
        "adopt --zone Z1 -c CONFIG",
        "status -c CONFIG",
        "status --json -c CONFIG",
        "verify -c CONFIG",
      })
  void noCommandPrintsWhatTheTerminalOrThePageWouldObey(String words) throws IOException {
    Path out = folder.resolve("out.html");
    Path config = Files.writeString(folder.resolve("meridian.yaml"), DECLARED);
    Path goals =
        Files.writeString(folder.resolve("goals.yaml"), "expect: {www: [{answer: 192.0.2.1}]}\n");
    List<String> all = new ArrayList<>();
    for (String word : words.split(" ")) {
      all.add(
          switch (word) {
            case "OUT" -> out.toString();
            case "CONFIG" -> config.toString();
            case "GOALS" -> goals.toString();
            default -> word;
          });
    }
    all.addAll(List.of("--aws-endpoint", zone.endpoint()));

    Run run = Run.of(all.toArray(String[]::new));

    assertThat(run.exitCode()).as(run.toString()).isBetween(0, 2);
    assertThat(run.err()).doesNotContain("Unknown option", "Unmatched", "Missing required");
    assertPlain(run.out() + run.err(), words);
    if (words.contains("--json")) {
      assertThat(run.exitCode()).as(run.err()).isLessThan(2);
      JsonNode parsed = JSON.readTree(run.out());
      assertThat(parsed.isMissingNode()).isFalse();
    }
    if (words.contains("--markdown")) {
      assertThat(run.out()).doesNotContain("<script>alert");
    }
    if (words.contains("mermaid") || words.contains("dot")) {
      assertThat(run.exitCode()).isZero();
      assertThat(run.out().lines()).allMatch(HostileZoneTest::isQuoted);
    }
    for (Path file : written()) {
      String text = Files.readString(file);
      assertPlain(text, file + " of " + words);
    }
  }

  @Test
  @Timeout(300) // a line that is never printed must not stop everything
  void aServerPrintsNothingThatTheTerminalWouldObey() throws Exception {
    String hostile = JSON.readTree("\"" + HOSTILE + "\"").asText();
    Path down = Files.writeString(folder.resolve("down"), "hc" + hostile + "\n");
    List<String> options =
        List.of("--zone", "Z1", "--health", down.toString(), "--aws-endpoint", zone.endpoint());
    List<String> all = new ArrayList<>(List.of("serve"));
    all.addAll(options);

    Run refused = Run.of(all.toArray(String[]::new));
    assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(2);
    assertPlain(refused.out() + refused.err(), "serve with a file");

    Files.writeString(down, "hc-1\n");
    RunningServer server = new RunningServer(options.toArray(String[]::new));
    assertThat(server.line()).isEqualTo("hc-1 down");
    assertThat(server.address("www.example.com")).startsWith("192.0.2.");
    assertPlain(server.errors(), "stderr of serve");
    server.stop(server.errors());
  }

  /** The records of others in the zone to delete are listed. */
  @Test
  void destroyNamesForeignRecordsWithEscapes() throws Exception {
    Files.writeString(
        folder.resolve("state.json"),
        JSON.writeValueAsString(
            JSON.readTree(
                """
                {"version": 4, "lineage": "a", "resources": [
                  {"mode": "managed", "type": "aws_route53_zone", "name": "main", "instances": [
                    {"attributes": {"id": "Z1", "zone_id": "Z1", "name": "example.com"}}]},
                  {"mode": "managed", "type": "aws_route53_record", "name": "own", "instances": [
                    {"attributes": {"zone_id": "Z1", "name": "HOSTILE", "fqdn": "HOSTILE",
                                    "type": "HOSTILE", "set_identifier": "HOSTILE"}}]}]}
                """
                    .replace("HOSTILE", HOSTILE))));
    Path terraform =
        FakeTerraform.in(folder)
            .program(
                "if [ \"$1 $2\" = \"state pull\" ]; then cat "
                    + folder.resolve("state.json")
                    + "; fi\n");
    Files.writeString(
        folder.resolve("meridian.yaml"),
        DECLARED.replace("{name: example.com, id: Z1}", "example.com"));

    Run run =
        Run.in(
            folder,
            Map.of("TERRAFORM_BINARY_NAME", terraform.toString()),
            "destroy",
            "--delete-zone",
            "example.com",
            "--yes",
            "--aws-endpoint",
            zone.endpoint());

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.err() + run.out()).contains("has record sets that", "\\u009b2J");
    assertPlain(run.out() + run.err(), "destroy");
  }

  private static void assertPlain(String text, String what) {
    assertThat(text).as(what).doesNotContainPattern("[\\p{Cc}\\u202e&&[^\n]]");
    if (what.contains(".html of report")) {
      assertThat(text).as(what).doesNotContain("<script>alert");
    }
  }

  /** Whether every quote of the hostile text is escaped: outside of quotes, only syntax is left. */
  private static boolean isQuoted(String line) {
    String outside = line.replaceAll("\"([^\"\\\\]|\\\\.)*\"", "");
    return !outside.contains("\"") && !outside.contains("alert");
  }

  private List<Path> written() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.toString().matches(".*(meridian|goals)\\.yaml")).toList();
    }
  }
}
