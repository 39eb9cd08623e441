package dev.meridian.terraform.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.change.ChangeGuard.Counts;
import org.junit.jupiter.api.Test;

/** As terraform 1.11.4 writes plans, cut down to what counts. */
class ZoneChangesTest {
  private static final String BEFORE = "\"before\": {\"zone_id\": \"Z1\", \"ttl\": 60}";

  @Test
  void updatesAndDeletionsAreCountedAndAReplacementIsADeletion() {
    assertThat(
            plan(
                record("a", "[\"update\"]", "\"after\": {\"zone_id\": \"Z1\", \"ttl\": 30}"),
                record("b", "[\"delete\"]", "\"after\": null"),
                record("c", "[\"delete\", \"create\"]", "\"after\": {\"zone_id\": \"Z1\"}"),
                record("d", "[\"create\", \"delete\"]", "\"after\": {\"zone_id\": \"Z1\"}"),
                record("e", "[\"no-op\"]", "\"after\": {\"zone_id\": \"Z1\", \"ttl\": 60}")))
        .isEqualTo(new Counts("example.com", 5, 1, 3));
  }

  @Test
  void importsMovesForgottenRecordsAndWhatIsNotSentDoNotCount() {
    String same = "\"after\": {\"zone_id\": \"Z1\", \"ttl\": 60}";

    assertThat(
            plan(
                record("a", "[\"no-op\"]", same + ", \"importing\": {\"id\": \"Z1_a_A\"}"),
                record("b", "[\"forget\"]", "\"after\": null"),
                record(
                    "c",
                    "[\"update\"]",
                    "\"after\": {\"zone_id\": \"Z1\", \"ttl\": 60, \"allow_overwrite\": true}"),
                """
                {"address": "aws_route53_record.d", "previous_address": "aws_route53_record.old",
                 "type": "aws_route53_record", "mode": "managed",
                 "change": {"actions": ["no-op"], %s, %s}}
                """
                    .formatted(BEFORE, same)))
        .isEqualTo(new Counts("example.com", 4, 0, 0));
  }

  @Test
  void anUpdateWithAnImportCountsBecauseALiveRecordChanges() {
    assertThat(
            plan(
                record(
                    "a",
                    "[\"update\"]",
                    "\"after\": {\"zone_id\": \"Z1\", \"ttl\": 1}, \"importing\": {\"id\": \"x\"}")))
        .isEqualTo(new Counts("example.com", 1, 1, 0));
  }

  @Test
  void aZoneThatThePlanDoesNotContainIsNamedByItsId() {
    TerraformFile plan =
        file(
            """
            {"format_version": "1.2", "planned_values": {}, "resource_changes": [%s]}
            """
                .formatted(record("a", "[\"delete\"]", "\"after\": null")));

    assertThat(plan.zoneChanges()).containsExactly(new Counts("Z1", 1, 0, 1));
  }

  @Test
  void aRecordThatThePlanDoesNotTouchCountsAsExisting() {
    TerraformFile plan =
        file(
            """
            {"format_version": "1.2", "planned_values": {}, "resource_changes": [],
             "prior_state": {"values": {"root_module": {"resources": [
               {"address": "aws_route53_record.x", "mode": "managed", "type": "aws_route53_record",
                "values": {"zone_id": "Z1"}},
               {"address": "data.aws_route53_zone.main", "mode": "data", "type": "aws_route53_zone",
                "values": {"zone_id": "Z1", "name": "example.com"}}]}}}}
            """);

    assertThat(plan.zoneChanges()).containsExactly(new Counts("example.com", 1, 0, 0));
  }

  @Test
  void ownershipRecordsDoNotCount() {
    String owned =
        """
        "name": "_meridian.%s.example.com", "type": "TXT", "zone_id": "Z1",
        "records": ["meridian application=%s environment=prod"]
        """;
    TerraformFile plan =
        file(
            """
            {"format_version": "1.2", "planned_values": {}, "resource_changes": [
              {"address": "aws_route53_record.a", "type": "aws_route53_record", "mode": "managed",
               "change": {"actions": ["update"], "before": {%s}, "after": {%s}}},
              %s],
             "prior_state": {"values": {"root_module": {"resources": [
               {"address": "aws_route53_record.a", "mode": "managed", "type": "aws_route53_record",
                "values": {%s}},
               {"address": "aws_route53_record.b", "mode": "managed", "type": "aws_route53_record",
                "values": {%s}}]}}}}
            """
                .formatted(
                    owned.formatted("api", "old"),
                    owned.formatted("api", "new"),
                    record("c", "[\"delete\"]", "\"after\": null"),
                    owned.formatted("api", "old"),
                    owned.formatted("www", "old")));

    assertThat(plan.zoneChanges()).containsExactly(new Counts("Z1", 1, 0, 1));
  }

  @Test
  void aStateChangesNothing() {
    assertThat(file("{\"format_version\": \"1.0\", \"values\": {}}").zoneChanges()).isEmpty();
  }

  private static Counts plan(String... changes) {
    TerraformFile plan =
        file(
            """
            {"format_version": "1.2", "planned_values": {}, "resource_changes": [%s],
             "prior_state": {"values": {"root_module": {"resources": [
               {"address": "aws_route53_zone.main", "mode": "managed", "type": "aws_route53_zone",
                "values": {"zone_id": "Z1", "name": "example.com"}}]}}}}
            """
                .formatted(String.join(",", changes)));
    assertThat(plan.zoneChanges()).hasSize(1);
    return plan.zoneChanges().get(0);
  }

  private static String record(String name, String actions, String rest) {
    return """
        {"address": "aws_route53_record.%s", "type": "aws_route53_record", "mode": "managed",
         "change": {"actions": %s, %s, %s}}
        """
        .formatted(name, actions, BEFORE, rest);
  }

  private static TerraformFile file(String json) {
    return TerraformFile.of("plan", Json.parse(json).orElseThrow());
  }
}
