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
  void anExpectationOfAClientThatCannotAskFails() throws IOException {
    Path file = edited("- {answer: db-primary}", "- {from: us-west-2, answer: db-primary}");

    Run run = Run.of("check", "-c", file.toString());

    assertThat(run.exitCode()).isOne();
    assertThat(run.out())
        .contains(
            "nobody can ask from us-west-2, because no VPC there is associated with the private zone"
                + " example.com; its VPCs are in eu-west-1, us-east-1",
            "1 failed.");
  }

  @Test
  void anotherVpcOfTheSameRegionIsNamed() throws IOException {
    String network = "eu-west-1: {site: {network: {vpc: %s, subnets: [%s, %s]}}}";
    Path first = withNetwork(network, "vpc-aaaaaaaa", "subnet-aaaaaaaa", "subnet-aaaaaaab");
    Path second = withNetwork(network, "vpc-bbbbbbbb", "subnet-bbbbbbbb", "subnet-bbbbbbbc");

    Run run = Run.of("compare", first.toString(), second.toString());

    assertThat(run.exitCode()).as(run.toString()).isOne();
    assertThat(run.out())
        .contains(
            "vpc-aaaaaaaa in eu-west-1 can no longer ask it;"
                + " vpc-bbbbbbbb in eu-west-1 can ask it from now on");
  }

  private Path withNetwork(String network, String vpc, String... subnets) throws IOException {
    String declared =
        """
        application: shop
        environment: test
        zone: example.com
        regions:
          us-east-1: {}
          %s
        names: {api: {simple: us-east-1}}
        private: {zone: corp.example.com, peering: false, names: {www: {simple: us-east-1}}}
        """;
    return Files.writeString(
        folder.resolve(vpc + ".yaml"),
        declared.formatted(network.formatted(vpc, subnets[0], subnets[1])));
  }

  @Test
  void aComparisonHasTheAnswersOfBothZones() throws IOException {
    Path file =
        edited("db: {failover: {primary: db-primary", "data: {failover: {primary: db-primary");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("shop: {latency: [us-east-1, eu-west-1]}", "shop: {simple: us-east-1}"));
    String[] compare = {"compare", EXAMPLE, file.toString()};

    Run both = Run.of(compare);
    Run json = Run.of(with(compare, "--json"));
    Run internal = Run.of(with(compare, PRIVATE));

    assertThat(both.exitCode()).as(both.toString()).isOne();
    Golden.check("commands/private/compare.txt", both.out());
    Golden.check("commands/private/compare.json", json.out());
    assertThat(internal.exitCode()).isOne();
    assertThat(internal.out()).contains("data.example.com").doesNotContain("Public zone");
    Run same = Run.of("compare", EXAMPLE, EXAMPLE);
    assertThat(same.exitCode()).isZero();
    assertThat(same.out())
        .isEqualTo(
            """
            Public zone example.com:
            Nobody's answers change.

            Private zone example.com:
            Nobody's answers change.
            """);
  }

  @Test
  void aComparisonKnowsWhatOneOfTheZonesHas() {
    String[] compare = {"compare", EXAMPLE, EXAMPLE, "--down"};

    assertThat(Run.of(with(compare, "database,us-east-1")).exitCode()).isZero();
    Run unknown = Run.of(with(compare, "database,cache,queue"));
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("named \"cache\"", "named \"queue\"");
  }

  @Test
  void aPrivateZoneThatOneVersionLacksIsAddedOrRemoved() throws IOException {
    Path without = withoutPrivateZone();

    Run added = Run.of("compare", without.toString(), EXAMPLE);
    Run removed = Run.of("compare", EXAMPLE, without.toString());

    assertThat(added.exitCode()).isOne();
    assertThat(removed.exitCode()).isOne();
    Golden.check("commands/private/compare-added.txt", added.out());
    Golden.check("commands/private/compare-removed.txt", removed.out());
    assertThat(Run.of("validate", "-c", without.toString(), "--against", EXAMPLE).out())
        .contains("private-zone-removed");
  }

  @Test
  void aComparisonNamesTheVpcsThatCanNoLongerAsk() throws IOException {
    Path file = edited("batch: {vpc: vpc-0123456789abcdef0", "jobs: {vpc: vpc-0123456789abcdef2");

    Run run = Run.of("compare", EXAMPLE, file.toString());

    assertThat(run.exitCode()).isOne();
    assertThat(run.out())
        .containsOnlyOnce("private-zone-vpcs: private zone example.com")
        .contains(
            "vpc-0123456789abcdef0 in eu-west-1 can no longer ask it;"
                + " vpc-0123456789abcdef2 in eu-west-1 can ask it from now on");
  }

  @Test
  void onlyRegionsWithAVpcOfTheZoneAreClients() throws IOException {
    Path file = edited("region: eu-west-1}", "region: ap-south-1}");
    String[] resolve = {"resolve", "shop", "-c", file.toString(), "--zone-kind", "private"};

    Run usual = Run.of(resolve);
    Run stranger = Run.of(with(resolve, "--from", "ap-south-1,us-west-2,eu-west-1"));
    Run nobody = Run.of(with(resolve, "--from", "us-west-2", "--json"));
    Run whatIf =
        Run.of("what-if", "--down", "eu-west-1", "-c", file.toString(), "--zone-kind", "private");

    assertThat(usual.exitCode()).isZero();
    assertThat(stranger.exitCode()).isOne();
    Golden.check("commands/private/resolve-stranger.txt", stranger.out());
    assertThat(nobody.exitCode()).isOne();
    assertThat(nobody.out()).contains("\"cannot-ask\": [", "\"us-west-2\"");
    assertThat(whatIf.out()).contains("ap-south-1").doesNotContain("us-west-2");
  }

  @Test
  void anExistingZoneCanHaveVpcsThatAreNotDeclared() throws IOException {
    Path file =
        edited(
            "  zone: example.com\n\n  # Other",
            "  zone: {name: example.com, id: Z0123456789ABCDEFGHIJ}\n\n  # Other");

    Run run =
        Run.of(
            "resolve",
            "shop",
            "-c",
            file.toString(),
            "--zone-kind",
            "private",
            "--from",
            "us-west-2");

    assertThat(run.exitCode()).as(run.toString()).isZero();
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

  private Path withoutPrivateZone() throws IOException {
    String text = Files.readString(Path.of(EXAMPLE));
    return Files.writeString(
        folder.resolve("without.yaml"), text.substring(0, text.indexOf("\nprivate:")));
  }

  private static String[] with(String[] words, String... more) {
    String[] all = new String[words.length + more.length];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }
}
