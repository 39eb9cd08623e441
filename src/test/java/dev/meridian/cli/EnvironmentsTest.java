package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several declarations in one folder. */
class EnvironmentsTest {
  private static final String DECLARED =
      """
      application: shop
      environment: prod
      zone: example.com
      endpoints: {rack: {addresses: [203.0.113.1]}}
      names: {www: {simple: rack}}
      """;
  private static final String STAGING =
      DECLARED.replace("prod", "staging").replace("example.com", "staging.example.com");

  @TempDir Path folder;

  @Test
  void eachDeclarationHasItsOwnFolderAndManifest() throws Exception {
    write("meridian.yaml", DECLARED);
    write("meridian.staging.yaml", STAGING);

    Run production = run("synth");
    String manifest = read("cdktf.out/manifest.json");
    Run staging = run("synth", "-c", "meridian.staging.yaml");
    Run again = run("synth");

    assertThat(production.out()).isEqualTo("cdktf.out/stacks/shop-prod-dns\n");
    assertThat(staging.out()).isEqualTo("cdktf.staging.out/stacks/shop-staging-dns\n");
    assertThat(List.of(production.err(), staging.err(), again.err())).containsOnly("");
    assertThat(read("cdktf.out/manifest.json")).isEqualTo(manifest).doesNotContain("staging");
    assertThat(read("cdktf.staging.out/manifest.json")).doesNotContain("shop-prod");
    assertThat(stacks("cdktf.out")).containsExactly("shop-prod-dns");
    assertThat(stacks("cdktf.staging.out")).containsExactly("shop-staging-dns");
  }

  @Test
  void theVariablesNameTheDeclarationAndTheFolderToo() throws Exception {
    write("staging.yaml", STAGING);

    Run named = Run.in(folder, Map.of("MERIDIAN_CONFIG", "staging.yaml"), "synth");
    Run both =
        Run.in(
            folder,
            Map.of("MERIDIAN_CONFIG", "staging.yaml", "MERIDIAN_OUTPUT", "elsewhere"),
            "synth");

    assertThat(named.out()).isEqualTo("cdktf.staging.out/stacks/shop-staging-dns\n");
    assertThat(both.out()).isEqualTo("elsewhere/stacks/shop-staging-dns\n");
  }

  @Test
  void stacksThatAnEarlierVersionWroteToTheUsualFolderStayThere() throws Exception {
    write("prod.yaml", DECLARED);
    run("synth", "-c", "prod.yaml", "-o", "cdktf.out");

    Run run = run("synth", "-c", "prod.yaml");

    assertThat(run.out()).isEqualTo("cdktf.out/stacks/shop-prod-dns\n");
    assertThat(run.err())
        .isEqualTo(
            "cdktf.out stays the folder of prod.yaml, because an earlier version of Meridian wrote"
                + " its stacks there. To use cdktf.prod.out instead, move the whole folder: mv"
                + " cdktf.out cdktf.prod.out\n");
    assertThat(folder.resolve("cdktf.prod.out")).doesNotExist();
  }

  @Test
  void theStacksOfASharedFolderMoveToTheirOwn() throws Exception {
    write("prod.yaml", DECLARED);
    write("staging.yaml", STAGING);
    run("synth", "-c", "prod.yaml", "-o", "cdktf.out");
    run("synth", "-c", "staging.yaml", "-o", "cdktf.out");
    String before = read("cdktf.out/stacks/shop-prod-dns/cdk.tf");

    Run refused = run("synth", "-c", "prod.yaml");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .isEqualTo(
            """
            cdktf.out: this folder also has the stacks of application "shop" in environment "staging", and manifest.json can list only those of one declaration
                fix: move its own stacks: mkdir -p cdktf.prod.out/stacks && mv cdktf.out/stacks/shop-prod-dns cdktf.prod.out/stacks. Their states stay where they are
            1 problem; nothing was written.
            """);
    sh("mkdir -p cdktf.prod.out/stacks && mv cdktf.out/stacks/shop-prod-dns cdktf.prod.out/stacks");
    Run moved = run("synth", "-c", "prod.yaml");
    assertThat(moved.out()).isEqualTo("cdktf.prod.out/stacks/shop-prod-dns\n");
    assertThat(moved.err()).isEmpty();
    assertThat(read("cdktf.prod.out/stacks/shop-prod-dns/cdk.tf")).isEqualTo(before);
    assertThat(run("synth", "-c", "staging.yaml").out())
        .isEqualTo("cdktf.out/stacks/shop-staging-dns\n");
  }

  @Test
  void aFolderThatTheUserNamesKeepsTheStacksAndManifestOfBoth() throws Exception {
    write("prod.yaml", DECLARED);
    write("staging.yaml", STAGING);
    run("synth", "-c", "prod.yaml", "-o", "both");

    run("synth", "-c", "staging.yaml", "-o", "both");
    run("synth", "-c", "prod.yaml", "-o", "both");

    assertThat(read("both/manifest.json"))
        .containsSubsequence("\"shop-prod-dns\"", "\"shop-staging-dns\"");
    assertThat(stacks("both")).containsExactly("shop-prod-dns", "shop-staging-dns");
  }

  @Test
  void aRenamedEnvironmentIsNoticedBeforeAnythingIsWritten() throws Exception {
    write("meridian.yaml", DECLARED);
    run("synth");
    write("meridian.yaml", DECLARED.replace("prod", "production"));

    Run synth = run("synth");

    assertThat(synth.exitCode()).isEqualTo(2);
    assertThat(synth.err())
        .isEqualTo(
            """
            meridian.yaml: cdktf.out has the stacks of application "shop" in environment "prod", and none of application "shop" in environment "production". Another name means other states, so Terraform would create everything again
                fix: if you renamed it, add was: {environment: prod} to the declaration. If it is another environment, declare it in a file of its own, such as meridian.production.yaml, or name another folder with --output
            1 problem; nothing was written.
            """);
    assertThat(stacks("cdktf.out")).containsExactly("shop-prod-dns");
    assertThat(run("diff").exitCode()).isEqualTo(2);
    assertThat(stacks("cdktf.out")).containsExactly("shop-prod-dns");
  }

  @Test
  void aDeclaredRenameChangesOnlyTagsAndOwnershipRecords() throws Exception {
    write("meridian.yaml", DECLARED);
    run("synth");
    String before = read("cdktf.out/stacks/shop-prod-dns/cdk.tf");
    write("meridian.yaml", DECLARED.replace("prod", "production\nwas: {environment: prod}"));

    Run run = run("synth");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(withoutChecksum(read("cdktf.out/stacks/shop-prod-dns/cdk.tf")))
        .isEqualTo(
            withoutChecksum(before)
                .replace("Environment = \"prod\"", "Environment = \"production\"")
                .replace("environment=prod ", "environment=production "));
  }

  @Test
  void twoDeclarationsOfTheSameNameAreRefusedBecauseTheyShareAState() throws Exception {
    write("meridian.yaml", DECLARED);
    write("meridian.copy.yaml", DECLARED);
    run("synth");

    Run run = run("synth", "-c", "meridian.copy.yaml");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            """
            meridian.copy.yaml: meridian.yaml declares the stack shop-prod-dns too, in cdktf.out, so the two share a state, and each would undo what the other one applied
                fix: give one of them another application or environment. If meridian.yaml is an old copy, remove cdktf.out/stacks/shop-prod-dns
            1 problem; nothing was written.
            """);
    assertThat(folder.resolve("cdktf.copy.out")).doesNotExist();
  }

  @Test
  void initStartsAnotherEnvironmentInAFileOfItsOwn() throws Exception {
    Run production = run("init");
    Run staging = run("init", "--environment", "staging");

    assertThat(production.out()).isEqualTo("Wrote meridian.yaml. Next: ./meridian validate\n");
    assertThat(staging.out())
        .isEqualTo(
            "Wrote meridian.staging.yaml. Next: ./meridian validate -c meridian.staging.yaml\n");
    assertThat(read("meridian.staging.yaml"))
        .contains(
            "./meridian synth -c meridian.staging.yaml      writes Terraform stacks to"
                + " cdktf.staging.out/stacks",
            "\nenvironment: staging\n",
            "\nzone: staging.example.com\n")
        .doesNotContain("production");
    assertThat(run("synth").exitCode()).isZero();
    Run synth = run("synth", "-c", "meridian.staging.yaml");
    assertThat(synth.out()).startsWith("cdktf.staging.out/stacks/storefront-staging-us-east-1\n");
    assertThat(synth.err()).isEmpty();
  }

  @Test
  void thePageShowsWhatTheCommandsPrint() throws Exception {
    String page = Files.readString(Path.of("docs/environments.md"));
    String session = page.substring(page.indexOf("```console\n") + 11);
    StringBuilder printed = new StringBuilder();
    for (String line : session.substring(0, session.indexOf("```")).split("\n")) {
      if (line.startsWith("$ ./meridian ")) {
        Run run = run(line.substring("$ ./meridian ".length()).split(" "));
        assertThat(run.exitCode()).as(run.err()).isZero();
        printed.append(line).append('\n').append(run.out());
      }
    }

    assertThat(session).startsWith(printed.append("```").toString());
  }

  @Test
  void anEnvironmentThatCannotBeDeclaredIsNotStarted() throws Exception {
    Run run = run("init", "--environment", "Staging");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("--environment: \"Staging\" is not a valid name");
    assertThat(folder).isEmptyDirectory();
  }

  private Run run(String... words) throws Exception {
    return Run.in(folder, Map.of(), words);
  }

  private void sh(String command) throws Exception {
    assertThat(new ProcessBuilder("sh", "-c", command).directory(folder.toFile()).start().waitFor())
        .isZero();
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  private static String withoutChecksum(String hcl) {
    return hcl.replaceFirst("(?m)^# Checksum: .*$", "");
  }

  private List<String> stacks(String output) throws IOException {
    try (Stream<Path> stacks = Files.list(folder.resolve(output).resolve("stacks"))) {
      return stacks.map(stack -> stack.getFileName().toString()).sorted().toList();
    }
  }
}
