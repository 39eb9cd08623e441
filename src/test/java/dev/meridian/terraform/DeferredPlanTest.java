package dev.meridian.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.model.DnsName;
import dev.meridian.model.RoutingPlan;
import dev.meridian.terraform.json.KnownOutputs;
import dev.meridian.terraform.json.PlansRead;
import dev.meridian.terraform.json.RoutingPlans;
import dev.meridian.terraform.json.StateOutputs;
import dev.meridian.terraform.json.TerraformFile;
import dev.meridian.testing.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan of terraform 1.11 and provider 5.100 that holds what is known only after apply. */
class DeferredPlanTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/meridian/terraform/deferred");
  private static final DnsName ZONE = new DnsName("example.net");
  private final TerraformFile file =
      TerraformFile.read(FOLDER.resolve("plan.json"), p -> {}).orElseThrow();

  @Test
  void everyRecordIsReadOrToldOf() throws IOException {
    PlansRead read = RoutingPlans.read(List.of(file));

    StringBuilder text = new StringBuilder();
    RoutingPlan plan = read.plan(ZONE).orElseThrow();
    plan.records().forEach(record -> text.append(record).append('\n'));
    plan.healthChecks().forEach(check -> text.append(check).append('\n'));
    plan.cidrCollections().forEach(collection -> text.append(collection).append('\n'));
    for (Diagnostic problem : read.unread()) {
      text.append(problem.toString().replace(FOLDER + "/", "")).append('\n');
    }
    Golden.check(FOLDER.resolve("plan.txt"), text.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "errored, true, ended with an error",
    "complete, false, leaves some changes to a later plan"
  })
  void aPlanThatIsNotWholeIsToldOf(String field, boolean value, String words) throws IOException {
    ObjectNode json =
        (ObjectNode) new ObjectMapper().readTree(FOLDER.resolve("plan.json").toFile());
    TerraformFile cut = TerraformFile.of("cut.json", json.put(field, value));

    List<Diagnostic> told = RoutingPlans.read(List.of(cut)).unread();

    assertThat(told).hasSize(RoutingPlans.read(List.of(file)).unread().size() + 1);
    assertThat(told).anyMatch(one -> one.toString().startsWith("cut.json: the plan " + words));
  }

  @Test
  void outputsAreReplacedOnceAStateHoldsThem() {
    RoutingPlan plan = RoutingPlans.read(List.of(file)).plan(ZONE).orElseThrow();
    StateOutputs outputs =
        new StateOutputs(
            new TreeMap<>(Map.of("alb_dns_name", "lb.example.org", "alb_zone_id", "Z1")),
            new TreeMap<>(Map.of("static_addresses", List.of("203.0.113.1"))));
    KnownOutputs known = KnownOutputs.of(Map.of("eu-west-1", outputs));

    assertThat(known.missing(plan)).containsExactly("eu-west-1.static_addresses[1]");
    assertThat(known.resolve(plan).toString())
        .contains("lb.example.org")
        .doesNotContain("eu-west-1.alb_dns_name");
  }

  @Test
  void aZoneThatStandsInNoFileIsNamedFromOutside() {
    PlansRead read =
        RoutingPlans.read(List.of(file), Map.of("Z0000000000000", new DnsName("example.org")));

    assertThat(read.plan(new DnsName("example.org")).orElseThrow().records())
        .extracting(record -> record.name().text())
        .containsExactly("elsewhere.example.org");
  }
}
