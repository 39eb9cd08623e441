package dev.meridian.declaration.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentReaderTest {
  @TempDir Path folder;

  @Test
  void aMissingFileIsAProblem() {
    Path missing = folder.resolve("meridian.yaml");

    assertThat(ReadDeclaration.of(missing).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.at().file()).isEqualTo(missing.toString()))
        .satisfies(problem -> assertThat(problem.what()).isEqualTo("the file does not exist"));
  }

  @Test
  void aFolderIsAProblem() {
    assertThat(ReadDeclaration.of(folder).problems())
        .extracting(Diagnostic::what)
        .containsExactly("the file cannot be read");
  }

  /** The file is sparse: it takes no space, and reading it would need more memory than there is. */
  @Test
  void aFileThatIsTooLargeIsAProblem() throws IOException {
    Path large = folder.resolve("meridian.yaml");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(100_000_000_000L);
    }

    assertThat(ReadDeclaration.of(large).problems())
        .extracting(Diagnostic::what)
        .containsExactly("the file has 100000.0 MB, more than the limit of 10 MB");
  }

  @Test
  void aByteOrderMarkAndWindowsLinesDoNotMatter() {
    String yaml =
        """
        application: a
        environment: b
        zone: example.com
        regions: [us-east-1]
        names: {www: {simple: us-east-1}}
        """;

    assertThat(ReadDeclaration.of("\ufeff" + yaml.replace("\n", "\r\n")).problems()).isEmpty();
  }

  @Test
  void problemsComeInTheOrderOfTheFile() {
    ReadDeclaration reading =
        ReadDeclaration.of(
            """
            names: {www: {simple: nowhere}}
            zone: "*.example.com"
            application: A
            environment: B
            """);

    assertThat(reading.problems())
        .extracting(problem -> problem.at().line())
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void aProblemOfTheCommonSiteIsToldOnce() {
    ReadDeclaration reading =
        ReadDeclaration.of(
            """
            application: a
            environment: b
            zone: example.com
            regions: [us-east-1, eu-west-1]
            site: {ipv6: yes}
            names: {www: {simple: us-east-1}}
            """);

    assertThat(reading.problems()).hasSize(1);
  }
}
