package dev.meridian.terraform.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.DnsName;
import org.junit.jupiter.api.Test;

/** A plan that would empty a hosted zone in favor of a new one is noticed. */
class MovedRecordsTest {
  private static final String PLAN =
      """
      {"planned_values": {}, "resource_changes": [
        {"address": "aws_route53_zone.main", "mode": "managed", "type": "aws_route53_zone",
         "change": {"actions": ["create"], "after": {"name": "eu.example.com"}}},
        {"address": "aws_route53_zone.parent", "mode": "managed", "type": "aws_route53_zone",
         "change": {"actions": ["create"], "after": {"name": "example.com"}}},
        {"address": "aws_route53_record.www", "mode": "managed", "type": "aws_route53_record",
         "change": {"actions": ["delete", "create"],
           "before": {"zone_id": "Z1", "name": "www", "fqdn": "www.eu.example.com"},
           "after": {"name": "www"}, "after_unknown": {"zone_id": true}}},
        {"address": "aws_route53_record.kept", "mode": "managed", "type": "aws_route53_record",
         "change": {"actions": ["delete", "create"],
           "before": {"zone_id": "Z1", "name": "a.eu.example.com"},
           "after": {"zone_id": "Z1", "name": "b.eu.example.com"}, "after_unknown": {}}},
        {"address": "aws_route53_record.other", "mode": "managed", "type": "aws_route53_record",
         "change": {"actions": ["create", "delete"],
           "before": {"zone_id": "Z2", "name": "www.example.org"},
           "after": {"name": "www.example.org"}, "after_unknown": {"zone_id": true}}}]}
      """;

  @Test
  void theyBelongToTheNewZoneWithTheLongestName() {
    assertThat(MovedRecords.of(plan(PLAN)))
        .containsExactly(new MovedRecords(new DnsName("eu.example.com"), "Z1", 1));
  }

  @Test
  void anImportedZoneIsTheOneThatAnswers() {
    String imported =
        PLAN.replace(
            "\"create\"], \"after\"", "\"create\"], \"importing\": {\"id\": \"Z1\"}, \"after\"");

    assertThat(imported).isNotEqualTo(PLAN);
    assertThat(MovedRecords.of(plan(imported))).isEmpty();
  }

  @Test
  void aStateHasNone() {
    assertThat(MovedRecords.of(plan("{\"values\": {}}"))).isEmpty();
  }

  private static TerraformFile plan(String json) {
    return TerraformFile.of("plan", Json.parse(json).orElseThrow());
  }
}
