package dev.meridian.terraform.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.model.DnsName;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.UnreadRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of terraform 1.11 and provider 5.100 about examples/traffic-policy.yaml. */
class TrafficPolicyReaderTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/meridian/cli/traffic-policy");
  private static final DnsName ZONE = new DnsName("example.com");

  private static PlansRead read(String file, UnaryOperator<String> change) throws IOException {
    String text = change.apply(Files.readString(FOLDER.resolve(file)));
    return RoutingPlans.read(List.of(TerraformFile.of(file, Json.parse(text).orElseThrow())));
  }

  private static List<String> unread(PlansRead read) {
    return read.unread().stream().map(Diagnostic::what).toList();
  }

  @Test
  void aStateHasTheDocumentAndTheInstance() throws IOException {
    PlansRead read = read("state.json", UnaryOperator.identity());
    RoutingPlan plan = read.plan(ZONE).orElseThrow();

    assertThat(read.unread()).isEmpty();
    assertThat(plan.policyRecords())
        .extracting(RrsetKey::toString)
        .containsExactly("api.example.com A");
    assertThat(plan.groups().keySet())
        .extracting(RrsetKey::toString)
        .containsExactly(
            "_api-eu-west-1-weighted.example.com A",
            "_api-us-east-1-failover.example.com A",
            "_meridian.example.com TXT",
            "api.example.com A",
            "shop.example.com A");
    assertThat(read.zones().get(0).origins().values())
        .filteredOn(origin -> origin.path().text().contains("traffic_policy"))
        .hasSize(6)
        .allMatch(origin -> origin.path().text().equals("aws_route53_traffic_policy_instance.api"));
  }

  @Test
  void aPlanFindsAPolicyThatItCreatesByItsReference() throws IOException {
    PlansRead read = read("edit.plan.json", UnaryOperator.identity());

    assertThat(read.unread()).isEmpty();
    assertThat(read.plan(ZONE).orElseThrow().records())
        .extracting(record -> record.policy().toString())
        .contains("Weighted[weight=50]")
        .doesNotContain("Weighted[weight=90]");
  }

  @Test
  void aDocumentThatIsKnownOnlyAfterApplyIsNotRead() throws IOException {
    PlansRead read = read("first.plan.json", UnaryOperator.identity());

    assertThat(unread(read))
        .containsExactly(
            "the document of its traffic policy aws_route53_traffic_policy.api is known after apply");
    assertThat(read.zones().get(0).unread())
        .extracting(UnreadRecord::toString)
        .containsExactly("api.example.com");
  }

  /** What the state says instead, and the problem. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "traffic_policy_version": 1 | "traffic_policy_version": 2 | it has version 2 of its traffic policy, and only the document of version 1 is in these files
          "id": "142bd964- | "id": "other- | its traffic policy 142bd964-e438-4ec2-90c5-274a3c30cdd0 is in none of these files
          \\"HealthCheck\\":\\"54eef991- | \\"HealthCheck\\":\\"other- | the health check other-395b-45bd-a711-ec52201619a3 in its traffic policy is in none of these files
          \\"RuleType\\":\\"latency\\" | \\"RuleType\\":\\"quantum\\" | the rule api has the RuleType quantum
          \\"RecordType\\":\\"A\\" | \\"RecordType\\":\\"QQ\\" | Meridian does not know the record type QQ yet, so the answers to QQ queries are not known
          \\"StartRule\\":\\"api\\" | \\"StartRule\\":\\"gone\\" | the document has no rule gone
          "document": "{ | "document": "[ | the document is not JSON: Unexpected character (':' (code 58)): was expecting comma to separate Array entries
          "name": "shop.example.com" | "name": "_api-us-east-1-failover.example.com" | its hidden record sets would have the name _api-us-east-1-failover.example.com, like others of the zone
          "name": "shop.example.com" | "name": "api.example.com" | the zone has other record sets of api.example.com A
          """)
  void whatCannotBeReadIsSaid(String text, String instead, String problem) throws IOException {
    PlansRead read = read("state.json", json -> json.replace(text, instead));

    assertThat(unread(read)).containsExactly(problem);
    assertThat(read.plan(ZONE).orElseThrow().policyRecords()).isEmpty();
    assertThat(read.zones().get(0).unread())
        .extracting(record -> record.owner().orElseThrow().text())
        .containsExactly("api.example.com");
  }

  @Test
  void twoInstancesCanHaveOnePolicyAndOneInstanceCanBeInTwoFiles() throws IOException {
    String text = Files.readString(FOLDER.resolve("state.json"));
    ObjectNode json = (ObjectNode) Json.parse(text).orElseThrow();
    ArrayNode resources = (ArrayNode) json.path("values").path("root_module").path("resources");
    for (int i = resources.size() - 1; i >= 0; i--) {
      if (resources.get(i).path("type").asText().equals(TrafficPolicyReader.INSTANCE)) {
        ObjectNode other = resources.get(i).deepCopy();
        other.put("address", TrafficPolicyReader.INSTANCE + ".other");
        ((ObjectNode) other.path("values")).put("name", "other.example.com");
        resources.add(other);
      }
    }

    PlansRead read =
        RoutingPlans.read(
            List.of(
                TerraformFile.of("state.json", json),
                TerraformFile.of("again.json", Json.parse(text).orElseThrow())));

    assertThat(read.unread()).isEmpty();
    assertThat(read.plan(ZONE).orElseThrow().policyRecords())
        .extracting(RrsetKey::toString)
        .containsExactly("api.example.com A", "other.example.com A");
  }
}
