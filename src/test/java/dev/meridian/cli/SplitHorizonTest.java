package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.testing.RecordedZone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Zones of one name. The plan, made with the AWS provider 5.100, creates a public and a private
 * zone; the recorded account has a public and two private ones.
 */
class SplitHorizonTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/meridian/cli");
  private static final String PLAN = FOLDER.resolve("split-horizon.plan.json").toString();

  @TempDir private Path folder;
  private RecordedZone account;

  @BeforeEach
  void serve() throws IOException {
    account =
        new RecordedZone(
            new ObjectMapper().readTree(FOLDER.resolve("split-horizon.zone.json").toFile()));
  }

  @AfterEach
  void stop() {
    account.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resolve www",
        "what-if --down 10.0.0.10",
        "prove",
        "check",
        "import",
      })
  void everyCommandAsksWhichZoneOfAPlanIsMeant(String command) {
    Run run = Run.of((command + " --plan " + PLAN).split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "several zones: example.com (private, aws_route53_zone.private), example.com (public,"
                + " aws_route53_zone.public)",
            "use --zone-kind public or --zone-kind private, or --zone aws_route53_zone.private or"
                + " --zone aws_route53_zone.public");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--zone-kind private",
        "--zone example.com --zone-kind private",
        "--zone aws_route53_zone.private"
      })
  void aZoneThatDoesNotExistYetIsChosenByItsKindOrAddress(String option) {
    Run run = Run.of(("resolve www --from eu-west-1 --plan " + PLAN + " " + option).split(" "));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("90.0 %", "10.0.0.10", "10.0.0.20");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void thePublicZoneIsChosenByItsKind() {
    Run run = Run.of("resolve", "www", "--from", "DE", "--plan", PLAN, "--zone-kind", "public");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("203.0.113.10").doesNotContain("10.0.0");
  }

  @Test
  void theCommandThatReproducesAFindingNamesTheKind() {
    Run run = Run.of("prove", "--plan", PLAN, "--zone-kind", "private", "--json");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("--plan " + PLAN + " --zone-kind private");
  }

  @Test
  void aKindThatNoZoneHasIsBadInput() throws IOException {
    Run wrongKind = Run.of("resolve", "www", "--plan", PLAN, "--zone-kind", "inside");
    Path state =
        Files.writeString(
            folder.resolve("a.tfstate"),
            """
            {"version": 4, "lineage": "a", "outputs": {}, "resources": [
              {"mode": "managed", "type": "aws_route53_zone", "name": "z", "instances": [
                {"attributes": {"zone_id": "Z1", "name": "example.com"}}]}]}
            """);
    Run noZone = Run.of("resolve", "www", "--state", state.toString(), "--zone-kind", "private");
    Run live = ask("resolve www --zone example.org --zone-kind private");

    assertThat(wrongKind.exitCode()).isEqualTo(2);
    assertThat(wrongKind.err()).contains("\"inside\" is not a kind of zone; use public or private");
    assertThat(noZone.exitCode()).isEqualTo(2);
    assertThat(noZone.err()).contains("the zone is not one of example.com (public, Z1)");
    assertThat(live.exitCode()).isEqualTo(2);
    assertThat(live.err())
        .contains("--zone-kind excludes every zone", "example.org (public, Z4OTHER)");
  }

  @Test
  void aZoneOfAnAccountIsChosenByKindOrId() {
    Run any = ask("resolve www --zone example.com");
    Run inside = ask("resolve www --zone example.com --zone-kind private");
    Run open = ask("resolve www --from DE --zone example.com --zone-kind public");
    Run byId = ask("resolve www --from eu-west-1 --zone Z3LAB");

    assertThat(any.exitCode()).isEqualTo(2);
    assertThat(any.err())
        .contains(
            "several zones with this name: example.com (public, Z1PUBLIC), example.com (private,"
                + " Z2INSIDE), example.com (private, Z3LAB)",
            "use --zone Z1PUBLIC or --zone Z2INSIDE or --zone Z3LAB");
    assertThat(inside.exitCode()).isEqualTo(2);
    assertThat(inside.err()).contains("Z2INSIDE", "Z3LAB").doesNotContain("Z1PUBLIC");
    assertThat(open.exitCode()).as(open.err()).isZero();
    assertThat(open.out()).contains("203.0.113.10");
    assertThat(byId.exitCode()).as(byId.err()).isZero();
    assertThat(byId.out()).contains("10.9.0.10");
  }

  @Test
  void theCounterpartOfAComparisonChoosesTheZone() throws IOException {
    Path declared = declaration("zone: {name: example.com, id: Z2INSIDE, private: true}");

    Run live = ask("compare --zone example.com " + declared);
    Run planned = ask("compare zone:Z2INSIDE " + PLAN);
    Run reverse = ask("compare " + PLAN + " zone:Z1PUBLIC");
    Run both = ask("compare " + PLAN + " zone:example.com");

    assertThat(live.exitCode()).as(live.err()).isEqualTo(1);
    assertThat(live.out())
        .contains("before  10.0.0.10 90.0 %, 10.0.0.20 10.0 %", "after   10.0.0.10");
    assertThat(planned.exitCode()).as(planned.out() + planned.err()).isZero();
    assertThat(reverse.exitCode()).as(reverse.out() + reverse.err()).isZero();
    assertThat(both.exitCode()).isEqualTo(2);
    assertThat(both.err()).contains("several zones");
  }

  @Test
  void zonesOfDifferentKindsAreNotCompared() {
    Run run = ask("compare zone:Z1PUBLIC zone:Z2INSIDE");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("the current zone is public, the new one private", "--zone-kind");
  }

  @Test
  void aNamedZoneHasTheKindThatIsGiven() throws IOException {
    Path state =
        Files.writeString(
            folder.resolve("records.tfstate"),
            """
            {"version": 4, "lineage": "a", "outputs": {}, "resources": [
              {"mode": "managed", "type": "aws_route53_record", "name": "www", "instances": [
                {"attributes": {"zone_id": "Z3LAB", "name": "www", "type": "A", "ttl": 60,
                  "records": ["10.9.0.10"]}}]}]}
            """);

    Run run =
        ask("compare zone:Z3LAB " + state + " --zone-name Z3LAB=example.com --zone-kind private");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
  }

  @Test
  void verifyReadsTheZoneOfTheDeclaredKind() throws IOException {
    Run open = verify("zone: {name: example.com, existing: true}");
    Run several = verify("zone: {name: example.com, existing: true, private: true}");
    Run byId = verify("zone: {name: example.com, id: Z3LAB, private: true}");

    assertThat(open.exitCode()).as(open.err()).isEqualTo(1);
    assertThat(open.out()).contains("203.0.113.10");
    assertThat(several.exitCode()).isEqualTo(2);
    assertThat(several.err())
        .contains(
            ":3:",
            "the account has several private zones named example.com: Z2INSIDE, Z3LAB",
            "zone: {name: example.com, id: Z2INSIDE, private: true}");
    assertThat(byId.out()).contains("10.9.0.10");
  }

  private Run verify(String zone) throws IOException {
    return ask("verify -c " + declaration(zone) + " -o " + folder.resolve("cdktf.out"));
  }

  private Run ask(String command) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.addAll(List.of("--aws-endpoint", account.endpoint()));
    return Run.of(words.toArray(String[]::new));
  }

  private Path declaration(String zone) throws IOException {
    return Files.writeString(
        folder.resolve("inside.yaml"),
        """
        application: shop
        environment: test
        %s
        state: {backend: local}
        health-check: none
        endpoints: {main: {addresses: [10.0.0.10]}}
        ttl: 60
        names: {www: {simple: main}}
        """
            .formatted(zone));
  }
}
