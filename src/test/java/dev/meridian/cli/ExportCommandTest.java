package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code export traffic-policy} writes documents that answer like what they are made from. */
class ExportCommandTest {
  private static final Path STATE =
      Path.of("src/test/resources/dev/meridian/cli/traffic-policy/state.json");
  private static final Path FIRST = STATE.resolveSibling("first.plan.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A name with records, a front door, and nothing that is known only after apply. */
  private static final String RECORDS =
      """
      application: storefront
      environment: traffic
      zone: example.com
      state: {backend: local}
      ttl: 60
      endpoints:
        berlin: {addresses: [203.0.113.20], health-check: none}
        paris: {addresses: [203.0.113.21, 203.0.113.22, "2001:db8::21"], health-check: none}
        cdn: {alias: {dns-name: d111111abcdef8.cloudfront.net, zone-id: Z2FDTNDATAQYW2}}
      names:
        api:
          front-door: true
          geolocation:
            DE: {weighted: {berlin: 70, paris: 30}}
            US-CA: cdn
            default: paris
        shop: {simple: {name: api}}
        near: {ip-based: {collection: offices, locations: {north: berlin, default: paris}}}
        other: {multivalue: [berlin]}
        www: {simple: host}
        "*.wild": {weighted: {berlin: 1, paris: 1}}
      cidr-collections:
        offices: {north: [198.51.100.0/24]}
      """;

  @TempDir private Path folder;

  private Path records() throws IOException {
    String host = "  host: {host: www.example.org}\n";
    return declared(RECORDS.replace("names:\n", host + "names:\n"));
  }

  private Path declared(String text) throws IOException {
    return Files.writeString(folder.resolve("meridian.yaml"), text);
  }

  private static Run export(String name, Object... more) {
    String[] words = new String[more.length + 3];
    words[0] = "export";
    words[1] = "traffic-policy";
    words[2] = name;
    for (int i = 0; i < more.length; i++) {
      words[i + 3] = more[i].toString();
    }
    return Run.of(words);
  }

  @Test
  void theDocumentOfAStateHasItsDnsNamesAndHealthCheckIds() throws IOException {
    Run run = export("api", "--state", STATE);

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.err()).isEmpty();
    Golden.check("export/state.json", run.out());
  }

  @Test
  void theDocumentOfAStateAnswersLikeTheState() throws IOException {
    Path again = stateWith(export("api", "--state", STATE).out());

    Run compared = Run.of("compare", STATE.toString(), again.toString());

    assertThat(compared.exitCode()).as(compared.toString()).isZero();
  }

  @Test
  void theDocumentOfANameWithRecordsAnswersLikeTheRecords() throws IOException {
    Path file = records();
    Run run = export("api", "-c", file);
    assertThat(run.exitCode()).as(run.toString()).isZero();
    Golden.check("export/records.json", run.out());
    Path state = stateWith(run.out());
    String shown = "--from=DE,US-CA,US-NY,FR,BR,unmapped";

    for (String name : new String[] {"api", "shop"}) {
      Run expected = Run.of("resolve", name, shown, "--json", "-c", file.toString());
      Run actual = Run.of("resolve", name, shown, "--json", "--state", state.toString());

      assertThat(outcomes(actual)).as(actual.toString()).isEqualTo(outcomes(expected));
    }
  }

  /** The probabilities and values; a state has no names of endpoints. */
  private static String outcomes(Run run) throws IOException {
    StringBuilder text = new StringBuilder();
    JsonNode clients = JSON.readTree(run.out()).path("clients");
    assertThat(clients).hasSize(6);
    for (JsonNode client : clients) {
      text.append(client.path("client").asText()).append('\n');
      for (JsonNode outcome : client.path("outcomes")) {
        text.append(outcome.path("probability"))
            .append(outcome.path("ttl"))
            .append(outcome.path("kind"))
            .append(outcome.path("values"))
            .append(outcome.path("answer"))
            .append('\n');
      }
    }
    return text.toString();
  }

  /** The state with another document of its policy. */
  private Path stateWith(String document) throws IOException {
    JsonNode state = JSON.readTree(STATE.toFile());
    int changed = 0;
    for (JsonNode resource : state.at("/values/root_module/resources")) {
      if (resource.path("type").asText().equals("aws_route53_traffic_policy")) {
        ((ObjectNode) resource.path("values")).put("document", document);
        changed++;
      }
    }
    assertThat(changed).isEqualTo(1);
    return Files.writeString(folder.resolve("again.json"), state.toString());
  }

  @Test
  void everyTypeOfANameHasItsDocument() throws IOException {
    Path file = records();

    Run six = export("api", "--type", "AAAA", "-c", file);
    Run host = export("www", "-c", file);

    assertThat(six.out()).contains("\"RecordType\": \"AAAA\"", "2001:db8::21");
    assertThat(six.exitCode()).as(six.toString()).isZero();
    assertThat(host.out()).contains("\"RecordType\": \"CNAME\"", "\"StartEndpoint\": \"host\"");
    assertThat(host.exitCode()).as(host.toString()).isZero();
  }

  @Test
  void whatIsKnownOnlyAfterApplyIsListedAndNothingIsWritten() {
    Path file = folder.resolve("api.json");

    Run declared = export("api", "-c", "examples/traffic-policy.yaml", "-o", file);
    Run planned = export("api", "--plan", FIRST, "-o", file);

    assertThat(declared.exitCode()).isEqualTo(1);
    assertThat(declared.out()).isEmpty();
    assertThat(declared.err())
        .isEqualTo(
            """
            endpoint eu-west-1: eu-west-1.alb_dns_name is known only after apply
            endpoint us-east-1: us-east-1.alb_dns_name is known only after apply
            health check berlin: its ID is known only after apply
            health check eu-west-1: its ID is known only after apply
            health check us-east-1: its ID is known only after apply
            Nothing was written. After apply, read these from the state with --state, or from the zone with --zone.
            """);
    assertThat(planned.exitCode()).isEqualTo(1);
    assertThat(planned.out()).isEmpty();
    assertThat(planned.err()).contains("not known, because api.example.com");
    assertThat(file).doesNotExist();
  }

  @Test
  void whatADocumentCannotExpressIsRefusedAtItsBranchWithoutAdviceAboutVia() throws IOException {
    Path file = records();

    assertThat(refusal(export("near", "-c", file)))
        .contains("names.near.ip-based: a traffic policy has no ip-based rule")
        .doesNotContain("via");
    assertThat(refusal(export("shop", "-c", file)))
        .contains("names.shop.simple", "a traffic policy cannot point to the name api")
        .doesNotContain("via");
    assertThat(refusal(export("*.wild", "-c", file)))
        .contains("a traffic policy can answer for a wildcard name", "fix: export another name");
    assertThat(refusal(export("shop", "--state", STATE)))
        .contains("state.json: aws_route53_record.shop: a traffic policy cannot point to")
        .contains("fix: use api.example.com instead");
  }

  @Test
  void recordSetsOfAStateNeedOneTtlBecauseAnInstanceHasOne() throws IOException {
    Run same = export("www", "--state", foreign(60));
    Run different = export("www", "--state", foreign(300));

    assertThat(same.exitCode()).as(same.toString()).isZero();
    assertThat(same.out()).contains("\"Country\": \"DE\"", "\"IsDefault\": true", "203.0.113.2");
    assertThat(refusal(different))
        .contains("foreign.json: aws_route53_record.de: all record sets of a traffic policy have")
        .contains("fix: give them the same TTL");
  }

  /** The state of two records that Meridian did not create. */
  private Path foreign(int ttl) throws IOException {
    String zone =
        """
        {"address": "aws_route53_zone.z", "mode": "managed", "type": "aws_route53_zone",
         "name": "z", "values": {"zone_id": "Z1", "id": "Z1", "name": "example.com", "vpc": []}}
        """;
    String record =
        """
        , {"address": "aws_route53_record.%s", "mode": "managed", "type": "aws_route53_record",
         "name": "%s", "values": {"zone_id": "Z1", "name": "www.example.com", "type": "A",
          "ttl": %d, "records": ["203.0.113.%d"], "set_identifier": "%s",
          "geolocation_routing_policy": [{"country": "%s"}]}}
        """;
    String state =
        "{\"format_version\": \"1.0\", \"values\": {\"root_module\": {\"resources\": ["
            + zone
            + String.format(Locale.ROOT, record, "de", "de", 60, 1, "de", "DE")
            + String.format(Locale.ROOT, record, "rest", "rest", ttl, 2, "rest", "*")
            + "]}}}";
    return Files.writeString(folder.resolve("foreign.json"), state);
  }

  @Test
  void wrongWordsAreRefused() throws IOException {
    Path file = records();

    assertThat(refusal(export("nope", "-c", file)))
        .contains("nope.example.com has no A, AAAA, or CNAME records");
    assertThat(refusal(export("www", "--type", "AAAA", "-c", file)))
        .contains("www.example.com has no AAAA records", "fix: use --type CNAME");
    assertThat(refusal(export("api", "--type", "MX", "-c", file)))
        .contains("--type must be A, AAAA, or CNAME, not MX");
    assertThat(refusal(Run.of("export", "zone", "api", "-c", file.toString())))
        .contains("\"zone\" cannot be exported; write export traffic-policy NAME");
  }

  private static String refusal(Run run) {
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    return run.err();
  }

  @Test
  void aFileWithDifferentContentIsOverwrittenOnlyWithForce() throws IOException {
    Path file = folder.resolve("api.json");
    Run first = export("api", "--state", STATE, "-o", file);
    Run same = export("api", "--state", STATE, "-o", file);
    String written = Files.readString(file);
    Files.writeString(file, "mine");

    assertThat(refusal(export("api", "--state", STATE, "-o", file)))
        .contains("api.json: it exists with different content");
    assertThat(file).hasContent("mine");
    Run forced = export("api", "--state", STATE, "-o", file, "--force");

    assertThat(first.out()).isEqualTo("Wrote " + file + ".\n");
    assertThat(same.exitCode()).isZero();
    assertThat(forced.exitCode()).isZero();
    assertThat(Files.readString(file)).isEqualTo(written);
    assertThat(refusal(export("api", "--state", STATE, "-o", folder.resolve("no/api.json"))))
        .contains("its folder does not exist");
  }
}
