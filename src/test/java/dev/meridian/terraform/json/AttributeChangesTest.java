package dev.meridian.terraform.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.terraform.json.PlanSummary.AttributeChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributeChangesTest {

  @Test
  void aBlockThatANewValueMovesIsComparedWithItself() throws JsonProcessingException {
    assertThat(
            changes(
                """
                {"before": {"map": [{"ip": "", "subnet": "a"}, {"ip": "", "subnet": "b"}]},
                 "after": {"map": [{"ip": "1", "subnet": "b"}, {"ip": "2", "subnet": "a"}]}}
                """))
        .containsExactly(
            new AttributeChange("map[0].ip", "\"\"", "\"2\""),
            new AttributeChange("map[1].ip", "\"\"", "\"1\""));
  }

  @Test
  void blocksThatAreAddedAndRemovedAreTheOnesWithoutALikeness() throws JsonProcessingException {
    assertThat(
            changes(
                """
                {"before": {"map": [{"port": 1, "to": "x"}, {"port": 2, "to": "y"}]},
                 "after": {"map": [{"port": 2, "to": "y"}]}}
                """))
        .containsExactly(new AttributeChange("map[0]", "{\"port\":1,\"to\":\"x\"}", "null"));
    assertThat(
            changes(
                """
                {"before": {"map": [{"port": 2, "to": "y"}]},
                 "after": {"map": [{"port": 1, "to": "x"}, {"port": 2, "to": "y"}]}}
                """))
        .containsExactly(new AttributeChange("map[1]", "null", "{\"port\":1,\"to\":\"x\"}"));
  }

  @Test
  void aListInAnotherOrderIsAChange() throws JsonProcessingException {
    assertThat(
            changes(
                """
                {"before": {"map": [{"port": 1}, {"port": 2}]},
                 "after": {"map": [{"port": 2}, {"port": 1}]}}
                """))
        .containsExactly(
            new AttributeChange(
                "map", "[{\"port\":1},{\"port\":2}]", "[{\"port\":2},{\"port\":1}]"));
  }

  @Test
  void whatIsKnownAfterApplyAndWhatIsSecretMovesWithItsBlock() throws JsonProcessingException {
    assertThat(
            changes(
                """
                {"before": {"user": [{"name": "a", "key": "old"}, {"name": "b", "key": "old"}]},
                 "before_sensitive": {"user": [{"key": true}, {}]},
                 "after": {"user": [{"name": "b"}, {"name": "a", "key": "new"}]},
                 "after_unknown": {"user": [{"key": true}, {}]},
                 "after_sensitive": {"user": [{}, {"key": true}]}}
                """))
        .containsExactly(
            new AttributeChange("user[0].key", "(sensitive)", "(sensitive)"),
            new AttributeChange("user[1].key", "\"old\"", "(known after apply)"));
  }

  @Test
  void aSecretWithinABlockThatIsAddedIsNotShown() throws JsonProcessingException {
    assertThat(
            changes(
                """
                {"before": {"user": []}, "before_sensitive": {"user": []},
                 "after": {"user": [{"name": "a", "key": "hush"}]},
                 "after_sensitive": {"user": [{"key": true}]}}
                """))
        .containsExactly(new AttributeChange("user", "[]", "(sensitive)"));
  }

  private static List<AttributeChange> changes(String change) throws JsonProcessingException {
    return new AttributeChanges(new ObjectMapper().readTree(change)).all();
  }
}
