package dev.meridian.edits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file with the edits, without Terraform. */
class EditTest {
  @TempDir private Path folder;

  @Test
  void bothSidesAreValidDeclarations() throws IOException {
    Edit.All all = Edit.read();
    Map<String, Object> common = new TreeMap<>(all.common());
    common.put("environment", "test");
    common.put("zone", "example.com");
    Path before = folder.resolve("before.yaml");
    Path after = folder.resolve("after.yaml");
    Files.writeString(before, Edit.declaration(common, all.edits(), Edit::before));
    Files.writeString(after, Edit.declaration(common, all.edits(), Edit::after));

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
}
