package dev.meridian.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.terraform.json.PlanSummary;
import dev.meridian.terraform.json.PlanSummary.Action;
import dev.meridian.terraform.json.PlanSummary.AttributeChange;
import dev.meridian.terraform.json.PlanSummary.Change;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmulatorDifferencesTest {
  private final EmulatorDifferences differences =
      EmulatorDifferences.parse("# why\ntype,attribute,reason\naws_lb,a.b,it forgets, always\n");

  @Test
  void aChangeIsExcusedWhereEveryAttributeIsListed() {
    assertThat(differences.without(plan("a[0].b", "a[1].b")).changes()).isEmpty();
    assertThat(differences.used(plan("a[0].b"))).containsExactly("aws_lb.a.b");
  }

  @Test
  void aChangeOfAnythingElseStaysWhole() {
    PlanSummary plan = plan("a[0].b", "name");

    assertThat(differences.without(plan)).isEqualTo(plan);
  }

  @Test
  void aResourceThatIsCreatedIsNeverExcused() {
    assertThat(differences.without(plan()).changes()).hasSize(1);
  }

  @Test
  void anImportIsShownEvenIfTheChangeAfterItIsExcused() {
    List<AttributeChange> changes = List.of(new AttributeChange("a[0].b", "1", "2"));
    Change imported = new Change("aws_lb.x", "aws_lb", Action.UPDATE, changes, "x");

    assertThat(differences.without(new PlanSummary(List.of(imported), List.of())).changes())
        .containsExactly(new Change("aws_lb.x", "aws_lb", Action.IMPORT, List.of(), "x"));
  }

  @Test
  void everyEntryHasAReason() {
    assertThat(EmulatorDifferences.ofLocalAws().entries())
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.reason()).isNotBlank());
  }

  private static PlanSummary plan(String... attributes) {
    List<AttributeChange> changes =
        Arrays.stream(attributes).map(path -> new AttributeChange(path, "1", "2")).toList();
    return new PlanSummary(
        List.of(new Change("aws_lb.x", "aws_lb", Action.UPDATE, changes)), List.of());
  }
}
