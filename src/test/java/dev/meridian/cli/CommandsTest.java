package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
  private static final String RECIPE = "meridian.yaml";

  @TempDir private Path folder;

  @Test
  void stacksAreNotWrittenWhereAFileStands() throws IOException {
    Path file = Files.writeString(folder.resolve("notes"), "mine");

    Run run = Run.of("synth", "-c", "meridian.yaml", "-o", file.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("is not a folder that you can write to", "name another folder");
    assertThat(file).hasContent("mine");
  }

  @Test
  void validateCountsWhatTheRecipeDeclares() {
    Run run = Run.of("validate", "--config", RECIPE);

    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out())
        .isEqualTo("meridian.yaml is valid: 5 names, 18 record sets, 3 health checks.\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void badInputEndsWithTwoAndEveryProblemAndWritesNothing() throws IOException {
    Path file = write("weights: {}\napplication: shop\n");
    Path output = folder.resolve("out");

    Run run = Run.of("synth", "--config", file.toString(), "--output", output.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains(file + ":1:1: weights: ", "    fix: ", "environment", "zone")
        .endsWith("problems; nothing was written.\n");
    assertThat(output).doesNotExist();
  }

  @Test
  void aProblemAcrossRecordsIsBadInputToo() throws IOException {
    String regionless =
        Files.readString(Path.of(RECIPE)).replace("static-addresses: true", "ipv6: false");
    Path file = write(regionless);

    Run run = Run.of("validate", "--config", file.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("names.\"multivalue.api\".multivalue.us-east-1: ", "static-addresses: true");
  }

  @Test
  void aMissingFileIsNamed() {
    Run run = Run.of("validate", "--config", folder.resolve("none.yaml").toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith(folder.resolve("none.yaml") + ": the file does not exist");
  }

  @Test
  void initWritesAFileThatValidates() {
    Path file = folder.resolve("mine.yaml");

    Run init = Run.of("init", file.toString());
    Run validate = Run.of("validate", "--config", file.toString());

    assertThat(init.exitCode()).isEqualTo(0);
    assertThat(validate.exitCode()).as(validate.err()).isEqualTo(0);
  }

  @Test
  void initNeverWritesOverAFile() throws IOException {
    Path file = write("mine");

    Run run = Run.of("init", file.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("the file already exists");
    assertThat(file).hasContent("mine");
  }

  @Test
  void synthPrintsTheStacksInTheOrderOfTheirDeployment() throws IOException {
    Path output = folder.resolve("out");

    Run run = Run.of("synth", "--config", RECIPE, "--output", output.toString());

    assertThat(run.exitCode()).as(run.err()).isEqualTo(0);
    String stacks = output.resolve("stacks") + "/storefront-production-";
    assertThat(run.out())
        .isEqualTo(
            String.join(
                "\n",
                stacks + "us-east-1",
                stacks + "eu-west-1",
                stacks + "ap-southeast-1",
                stacks + "dns",
                ""));
    try (Stream<String> lines = run.out().lines()) {
      assertThat(lines).allSatisfy(stack -> assertThat(Path.of(stack, "cdk.tf")).exists());
    }
  }

  @Test
  void anUnknownCommandIsBadInputAndANearOneIsNamed() {
    Run run = Run.of("validat");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("validate");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("shop.yaml"), text);
  }
}
