package dev.meridian.stacks.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All files of one run replace the old ones, or none. */
class OutputFolderTest {
  private static final String FIRST = "stacks/a/cdk.tf";
  private static final String SECOND = "stacks/b/cdk.tf";

  @TempDir Path folder;

  @BeforeEach
  void writeOldFiles() throws IOException {
    write(folder, FIRST, "old");
    write(folder, SECOND, "old");
  }

  @Test
  void newFilesReplaceOldOnesAndOtherFilesStay() throws IOException {
    write(folder, "stacks/a/.terraform.lock.hcl", "mine");

    try (OutputFolder output = OutputFolder.lock(folder)) {
      output.replace(
          staging -> {
            write(staging, FIRST, "new");
            write(staging, "stacks/c/cdk.tf", "new");
          });
    }

    assertThat(files())
        .containsExactly(
            ".meridian.lock: ",
            "stacks/a/.terraform.lock.hcl: mine",
            "stacks/a/cdk.tf: new",
            "stacks/b/cdk.tf: old",
            "stacks/c/cdk.tf: new");
  }

  @Test
  void aDiskThatIsFullWhileTheSecondFileIsWrittenLeavesBothOldFiles() throws IOException {
    try (OutputFolder output = OutputFolder.lock(folder)) {
      assertThatThrownBy(
              () ->
                  output.replace(
                      staging -> {
                        write(staging, FIRST, "new");
                        throw new IOException("No space left on device");
                      }))
          .hasMessage("No space left on device");
    }

    assertThat(files())
        .containsExactly(".meridian.lock: ", "stacks/a/cdk.tf: old", "stacks/b/cdk.tf: old");
  }

  @Test
  void aFileThatCannotBeReplacedRestoresThoseThatWere() throws IOException {
    Path blocked = folder.resolve("stacks/d/cdk.tf");
    write(blocked, "mine", "old");

    try (OutputFolder output = OutputFolder.lock(folder)) {
      assertThatThrownBy(
              () ->
                  output.replace(
                      staging -> {
                        write(staging, FIRST, "new");
                        write(staging, "stacks/c/cdk.tf", "new");
                        write(staging, "stacks/d/cdk.tf", "new");
                      }))
          .isInstanceOf(IOException.class);
    }

    assertThat(files())
        .containsExactly(
            ".meridian.lock: ",
            "stacks/a/cdk.tf: old",
            "stacks/b/cdk.tf: old",
            "stacks/d/cdk.tf/mine: old");
  }

  @Test
  void filesOfARunThatWasKilledAreRemovedByTheNext() throws IOException {
    write(folder, ".meridian.new/" + FIRST, "half");
    write(folder, ".meridian.old/" + FIRST, "old");

    OutputFolder.lock(folder).close();

    assertThat(files())
        .containsExactly(".meridian.lock: ", "stacks/a/cdk.tf: old", "stacks/b/cdk.tf: old");
  }

  @Test
  void onlyOneCanHaveTheFolderAtATime() throws IOException {
    try (OutputFolder first = OutputFolder.lock(folder)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> OutputFolder.lock(folder))
          .isInstanceOf(OutputRefused.class)
          .hasMessage(
              folder
                  + ": another command is writing stacks to this folder\n    fix: run the command"
                  + " again when the other one has finished, or name another folder with --output");
    }
    OutputFolder.lock(folder).close();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(file -> folder.relativize(file) + ": " + content(file))
          .toList();
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static void write(Path folder, String file, String content) throws IOException {
    Path target = folder.resolve(file);
    Files.createDirectories(target.getParent());
    Files.writeString(target, content);
  }
}
