package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir private Path folder;

  @Test
  void aFileIsCreatedOnceAndNothingElseStays() throws IOException {
    Path file = folder.resolve("a.yaml");

    WholeFile.create(file, "first");

    assertThatThrownBy(() -> WholeFile.create(file, "second"))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("first");
    assertThat(names()).containsExactly("a.yaml");
  }

  @Test
  void aLinkWithoutATargetCountsAsAFile() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("a.yaml"), folder.resolve("missing"));

    assertThatThrownBy(() -> WholeFile.create(link, "text"))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(names()).containsExactly("a.yaml");
  }

  @Test
  void theEarlierFileStaysIfTheNewOneCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "earlier");
    Files.createDirectory(folder.resolve(".a.yaml.part"));

    assertThatThrownBy(() -> WholeFile.replace(file, "new")).isInstanceOf(IOException.class);
    assertThat(file).hasContent("earlier");
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path target = Files.writeString(folder.resolve("target.yaml"), "earlier");
    Path link = Files.createSymbolicLink(folder.resolve("a.yaml"), target);

    WholeFile.replace(link, "new");

    assertThat(link).isSymbolicLink();
    assertThat(target).hasContent("new");
  }

  @Test
  void aDeviceIsWrittenToAndNotReplaced() throws IOException {
    Path device = Path.of("/dev/null");

    WholeFile.replace(device, "text");

    assertThat(Files.isRegularFile(device)).isFalse();
  }

  @Test
  void aMissingFolderIsReported() {
    Path file = folder.resolve("missing/a.yaml");

    assertThatThrownBy(() -> WholeFile.create(file, "text"))
        .isInstanceOf(NoSuchFileException.class);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
