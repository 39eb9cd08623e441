package dev.meridian.terraform.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanJsonTest {
  private static final String PLAN =
      """
      {"resource_changes": [
        {"address": "aws_lb.main", "mode": "managed", "type": "aws_lb", "name": "main",
         "change": {"after": {}, "after_unknown": {"dns_name": true}}},
        {"address": "data.aws_lb.main", "mode": "data", "type": "aws_lb", "name": "main",
         "change": {"after": {}, "after_unknown": {"dns_name": true}}}],
       "configuration": {"root_module": {"resources": [
        {"address": "data.aws_lb.main", "mode": "data", "type": "aws_lb", "name": "main",
         "expressions": {"name": {"references": ["var.other"]}}},
        {"address": "aws_lb.main", "mode": "managed", "type": "aws_lb", "name": "main",
         "expressions": {"name": {"references": ["var.own"]}}}]}}}
      """;

  @Test
  void aResourceAndADataSourceWithOneNameHaveArgumentsOfTheirOwn() {
    JsonNode plan = Json.parse(PLAN).orElseThrow();

    List<Resource> resources = PlanJson.resources("plan.json", plan);

    assertThat(resources)
        .extracting(
            one -> one.address() + " " + one.expressions().node().at("/name/references/0").asText())
        .containsExactly("aws_lb.main var.own", "data.aws_lb.main var.other");
  }
}
