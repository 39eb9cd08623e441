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

/** The file with the edits, without Terraform. */
class EditTest {
  @TempDir private static Path folder;
  private static Edit.All all;
  private static Path before;
  private static Path after;

  private static void declare() throws IOException {
    all = Edit.read();
    Map<String, Object> common = new TreeMap<>(all.common());
    common.put("environment", "test");
    common.put("zone", "example.com");
    before = folder.resolve("before.yaml");
    after = folder.resolve("after.yaml");
    Files.writeString(before, Edit.declaration(common, all.edits(), Edit::before));
    Files.writeString(after, Edit.declaration(common, all.edits(), Edit::after));
  }

  @Test
  void bothSidesAreValidDeclarations() throws IOException {
    declare();

    assertThat(Run.of("validate", "-c", before.toString()).out()).contains(" is valid");
    assertThat(Run.of("validate", "-c", after.toString()).out()).contains(" is valid");
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
    declare();
    Run run = Run.of("validate", "-c", after.toString(), "--against", before.toString());
    List<String> notices =
        run.out().lines().filter(line -> line.matches("(missing|refused): .*")).toList();
    return all.edits().stream()
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
