package dev.meridian.terraform.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.terraform.json.PlanSummary.Action;
import dev.meridian.terraform.json.PlanSummary.AttributeChange;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From a plan of terraform 1.11.4, cut down to some of its changes. */
class PlanSummaryTest {
  private static final Path FILE =
      Path.of("src/test/resources/dev/meridian/terraform/changes.json");
  private final PlanSummary summary = TerraformFile.read(FILE, p -> {}).orElseThrow().summary();

  @Test
  void changesAreCountedByActionAndWhatStaysIsLeftOut() {
    assertThat(summary.counts())
        .isEqualTo(Map.of(Action.CREATE, 1, Action.UPDATE, 2, Action.REPLACE, 1, Action.DELETE, 1));
    assertThat(summary.outputs()).containsExactly("zone_id");
    assertThat(summary.isEmpty()).isFalse();
  }

  @Test
  void anUpdateNamesTheAttributesThatDiffer() {
    assertThat(summary.of(Action.UPDATE).get(0).attributes())
        .containsExactly(
            new AttributeChange("ttl", "60", "30"),
            new AttributeChange("weighted_routing_policy[0].weight", "50", "60"));
  }

  @Test
  void aSecretIsNotShown() {
    assertThat(summary.of(Action.UPDATE).get(1).attributes())
        .containsExactly(new AttributeChange("message", "(sensitive)", "(sensitive)"));
  }

  @Test
  void aReplacementSaysWhatIsKnownAfterApply() {
    assertThat(summary.of(Action.REPLACE).get(0).attributes())
        .contains(
            new AttributeChange("id", "\"0a9bbfc6\"", "(known after apply)"),
            new AttributeChange("request_interval", "30", "null"));
  }

  /** As terraform 1.11.4 writes an import without a change, and one with. */
  @Test
  void anImportCountsAsAChangeWhetherTheResourceChangesOrNot() {
    PlanSummary imports =
        TerraformFile.of(
                "plan",
                Json.parse(
                        """
                        {"format_version": "1.2", "planned_values": {}, "resource_changes": [
                          {"address": "aws_route53_record.a", "type": "aws_route53_record",
                           "change": {"actions": ["no-op"], "importing": {"id": "Z1_a_A"},
                             "before": {"ttl": 60}, "after": {"ttl": 60}}},
                          {"address": "aws_route53_record.b", "type": "aws_route53_record",
                           "change": {"actions": ["update"], "importing": {"id": "Z1_b_A"},
                             "before": {"ttl": 60}, "after": {"ttl": 30}}},
                          {"address": "aws_route53_record.c", "type": "aws_route53_record",
                           "change": {"actions": ["no-op"], "before": {}, "after": {}}}]}
                        """)
                    .orElseThrow())
            .summary();

    assertThat(imports.isEmpty()).isFalse();
    assertThat(imports.imports()).isEqualTo(2);
    assertThat(imports.counts()).isEqualTo(Map.of(Action.IMPORT, 1, Action.UPDATE, 1));
    assertThat(imports.changes())
        .extracting(PlanSummary.Change::importId)
        .containsExactly("Z1_a_A", "Z1_b_A");
  }

  @Test
  void aPlanThatChangesNothingIsEmpty() {
    assertThat(new PlanSummary(java.util.List.of(), java.util.List.of()).isEmpty()).isTrue();
  }
}
