package dev.meridian.edits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file with the edits, without Terraform. */
class EditTest {
  @TempDir private static Path folder;
  private static Path before;
  private static Path after;

  /** The edits that are made in a stack. */
  private static List<Edit> declare(String stack) throws IOException {
    Edit.All all = Edit.read();
    List<Edit> edits = all.edits().stream().filter(edit -> edit.stack().equals(stack)).toList();
    Map<String, Object> common = new TreeMap<>(all.common());
    common.put("environment", stack.isEmpty() ? "test" : stack);
    common.put("zone", stack.isEmpty() ? "example.com" : EditedStack.zone(stack));
    before = folder.resolve("before.yaml");
    after = folder.resolve("after.yaml");
    Files.writeString(before, Edit.declaration(common, edits, Edit::before));
    Files.writeString(after, Edit.declaration(common, edits, Edit::after));
    return edits;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "migrated", "renamed", "adopted"})
  void bothSidesAreValidDeclarations(String stack) throws IOException {
    assertThat(declare(stack)).isNotEmpty();

    assertThat(Run.of("validate", "-c", before.toString()).out()).contains(" is valid");
    assertThat(Run.of("validate", "-c", after.toString()).out()).contains(" is valid");
  }

  @Test
  void aPreviewHasNoNoticeOfEditsOfTheWholeDeclaration() throws IOException {
    for (String stack : List.of("renamed", "adopted")) {
      declare(stack);
      assertThat(preview()).as(stack).isEmpty();
    }
  }

  @Test
  void aPreviewOfAPolicyChangeSaysHowToMakeItInSteps() throws IOException {
    List<Edit> edits = declare("migrated");
    Run run = Run.of("validate", "-c", after.toString(), "--against", before.toString());

    assertThat(run.exitCode()).isOne();
    for (Edit edit : edits) {
      assertThat(run.out()).contains("./meridian migrate " + edit.names().first());
    }
  }

  private static List<String> preview() {
    return Run.of("validate", "-c", after.toString(), "--against", before.toString())
        .out()
        .lines()
        .filter(line -> line.matches("(missing|refused): .*"))
        .toList();
  }

  @Test
  void noTwoEditsAreAboutTheSameName() throws IOException {
    assertThat(Edit.read().edits().stream().flatMap(edit -> edit.names().stream()))
        .doesNotHaveDuplicates();
  }

  @Test
  void theTablesOfTheDocumentationListEveryEdit() throws IOException {
    ChangesTable.check(Edit.read().edits());
  }

  /** The notices of one edit do not depend on the others, because no name is in two edits. */
  @TestFactory
  List<DynamicTest> aPreviewAnnouncesExactlyTheEditsThatCannotBeMadeInOneStep() throws IOException {
    List<Edit> edits = declare("");
    List<String> notices = preview();
    return edits.stream()
        .map(
            edit ->
                DynamicTest.dynamicTest(
                    edit.title(),
                    () ->
                        assertThat(isAnnounced(edit, notices))
                            .as(String.join("\n", notices))
                            .isEqualTo(!edit.isSmooth())))
        .toList();
  }

  private static boolean isAnnounced(Edit edit, List<String> notices) {
    return notices.stream()
        .anyMatch(
            notice ->
                edit.names().stream()
                        .anyMatch(name -> notice.contains(" " + name + ".example.com "))
                    || edit.collections().stream()
                        .anyMatch(name -> notice.endsWith("CIDR collection " + name)));
  }
}
