package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code synth} does with what a killed run left, and with a run at the same time. */
class InterruptedSynthTest {
  private static final String DECLARED =
      """
      application: shop
      environment: prod
      zone: example.com
      state: {backend: local}
      endpoints: {rack: {addresses: [203.0.113.1]}}
      names: {www: {simple: rack}}
      """;

  @TempDir private Path folder;
  private Path output;
  private Path stack;

  @BeforeEach
  void declare() throws IOException {
    Files.writeString(folder.resolve("meridian.yaml"), DECLARED);
    output = folder.resolve("cdktf.out");
    stack = output.resolve("stacks/shop-prod-dns/cdk.tf");
  }

  @Test
  void theNextRunRemovesWhatAKilledOneLeft() throws IOException {
    write(".meridian.lock", "");
    write(".meridian.new/stacks/shop-prod-dns/cdk.tf", "half of");
    write(".meridian.old/stacks/shop-prod-dns/cdk.tf", "resource \"a\" \"b\" {}");

    Run run = synth();

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(stack).content().contains("aws_route53_record").doesNotContain("half of");
    assertThat(output.resolve(".meridian.new")).doesNotExist();
    assertThat(output.resolve(".meridian.old")).doesNotExist();
  }

  @Test
  void whileAnotherRunWritesTheFolderNothingChangesAndTheFixIsToRunAgain() throws IOException {
    assertThat(synth().exitCode()).isZero();
    String before = Files.readString(stack);
    Files.writeString(folder.resolve("meridian.yaml"), DECLARED.replace("www", "web"));

    try (FileChannel channel =
            FileChannel.open(output.resolve(".meridian.lock"), StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      Run refused = synth();
      assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(refused.out()).isEmpty();
      assertThat(refused.err())
          .contains(
              "another command is writing stacks to this folder\n    fix: run the command again");
      assertThat(stack).hasContent(before);
    }
    assertThat(synth().exitCode()).isZero();
    assertThat(stack).content().contains("web.example.com");
  }

  private void write(String file, String text) throws IOException {
    Path path = output.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Run synth() {
    return Run.of(
        "synth", "-c", folder.resolve("meridian.yaml").toString(), "-o", output.toString());
  }
}
