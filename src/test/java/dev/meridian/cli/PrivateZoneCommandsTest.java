package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions about a declaration with a public and a private zone. */
class PrivateZoneCommandsTest {
  private static final String EXAMPLE = "examples/private.yaml";
  private static final String[] PRIVATE = {"--zone-kind", "private"};

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "validate.txt, 0, validate",
    "check.txt, 0, check",
    "cost.txt, 0, cost",
    "resolve.txt, 0, resolve shop --zone-kind private",
    "what-if.txt, 0, what-if --down eu-west-1 --zone-kind private",
    "prove.txt, 1, prove --failures 1 --zone-kind private",
    "graph.txt, 0, graph db --zone-kind private"
  })
  void commandsAnswerForTheZone(String golden, int exitCode, String command) throws IOException {
    Run run = Run.of((command + " -c " + EXAMPLE).split(" "));

    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
    Golden.check("commands/private/" + golden, run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"resolve shop", "what-if --down eu-west-1", "prove", "graph shop"})
  void whichZoneItIsAboutIsSaid(String command) {
    String[] words = (command + " -c " + EXAMPLE).split(" ");

    assertThat(Run.of(words).err())
        .contains("Only the public zone example.com; add --zone-kind private for the private zone");
    assertThat(Run.of(with(words, PRIVATE)).err()).contains("Only the private zone example.com.");
  }

  @Test
  void aNameOfThePrivateZoneAloneIsPointedOut() {
    String hint = "db is a name of the private zone example.com; add --zone-kind private";

    assertThat(Run.of("resolve", "db", "-c", EXAMPLE).err()).contains(hint);
    assertThat(Run.of("graph", "db", "-c", EXAMPLE).err()).contains(hint);
    assertThat(Run.of("resolve", "shop", "-c", EXAMPLE).err()).doesNotContain("is a name of");
  }

  @Test
  void aDeclarationWithoutAPrivateZoneHasNoneToAsk() {
    Run run = Run.of("resolve", "api", "--recipe", "--zone-kind", "private");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("it has only a public zone, example.com", "declare a zone under private");
  }

  @Test
  void problemsOfBothZonesAreReportedAtOnceAndWhereTheyAre() throws IOException {
    Path file =
        edited("shop: {latency: [us-east-1, eu-west-1]}", "shop: {multivalue: [us-east-1]}");

    Run run = Run.of("validate", "-c", file.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            ": names.shop.multivalue",
            "write static-addresses: true in the region's site",
            ": private.names.shop.multivalue",
            "use an endpoint with addresses, or weighted");
  }

  @Test
  void expectationsOfThePrivateZoneFailToo() throws IOException {
    Path file = edited("down: database, answer: db-replica", "down: database, answer: db-primary");

    Run run = Run.of("check", "-c", file.toString());

    assertThat(run.exitCode()).isOne();
    assertThat(run.out())
        .contains("FAIL  db.example.com A (private zone)", "private.expect.db[1]", "1 failed.");
  }

  @Test
  void aComparisonOfPublicZonesSaysThatThePrivateOnesDiffer() throws IOException {
    Path file =
        edited("db: {failover: {primary: db-primary", "data: {failover: {primary: db-primary");
    String[] compare = {"compare", EXAMPLE, file.toString()};

    Run both = Run.of(compare);
    Run internal = Run.of(with(compare, PRIVATE));

    assertThat(both.exitCode()).isOne();
    assertThat(both.err()).contains("The private zones differ too: add --zone-kind private");
    assertThat(internal.exitCode()).isOne();
    assertThat(internal.out()).contains("data.example.com");
    assertThat(Run.of("compare", EXAMPLE, EXAMPLE).exitCode()).isZero();
  }

  @Test
  void changesOfThePrivateZoneAreValidated() throws IOException {
    Path file = edited("answer: db-replica", "answer: db-replica");

    Run run =
        Run.of("validate", "-c", file.toString(), "--against", EXAMPLE, "--zone-kind", "private");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.err()).contains("Only the private zone example.com.");
  }

  private Path edited(String before, String after) throws IOException {
    String text = Files.readString(Path.of(EXAMPLE));
    assertThat(text).contains(before);
    return Files.writeString(folder.resolve("private.yaml"), text.replace(before, after));
  }

  private static String[] with(String[] words, String[] more) {
    String[] all = new String[words.length + more.length];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }
}
