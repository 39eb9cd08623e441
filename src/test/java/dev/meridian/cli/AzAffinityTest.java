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

/** Every command about a declaration with AZ affinity. */
class AzAffinityTest {
  private static final String FILE = "src/test/resources/good-declarations/az-affinity.yaml";
  private static final String CHECKED =
      """
      application: shop
      environment: test
      zone: {name: example.internal, id: Z0123456789ABC, private: true}
      endpoints:
        a: {addresses: [203.0.113.1]}
        b: {addresses: [203.0.113.2]}
        c: {addresses: [203.0.113.3]}
      names:
        api: {az-affinity: {use1-az1: a, us-east-1: b, global: c}}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "use1-az1,                zone-a",
    "use1-az2,                zone-b",
    "use1-az5,                zone-b",
    "us-east-1-zg-1,          zone-b",
    "use1-az9+us-east-1-zg-1, zone-b",
    "euw1-az1,                other",
    "us-east-1,               other",
    "usge1-az1+us-gov-east-1-zg-1, other",
    "unmapped,                other"
  })
  void theMostSpecificLocationAnswers(String client, String endpoint) {
    Run run = Run.of("resolve", "api", "--from", client, "-c", FILE);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains(endpoint);
  }

  @Test
  void bothBranchesOfAPolicyBelowAnswer() {
    Run run = Run.of("resolve", "api", "--from", "use1-az9+us-east-1-zg-2", "-c", FILE);

    assertThat(run.out()).contains("1/2", "zone-a", "zone-b");
  }

  @Test
  void theReasonSaysWhetherTheZoneIsKnown() throws IOException {
    String file = write("checked", CHECKED);
    String from = "use1-az1,use1-az2,us-east-1";

    Run well = Run.of("resolve", "api", "--from", from, "--explain", "-c", file);
    Run ill = Run.of("resolve", "api", "--from", from, "--explain", "--down", "a,b", "-c", file);

    Golden.check("commands/az-affinity-explain.txt", well.out() + ill.out());
  }

  @ParameterizedTest
  @CsvSource({
    "use1-az9,           the zone group of use1-az9 is not known",
    "usge1-az1,          the zone group of usge1-az1 is not known",
    "use9-az1,           there is no Availability Zone",
    "USE1-AZ1,           is not in lower case",
    "use1-az0,           is not a location of AZ affinity",
    "us-east-1a,         does not say where a client is",
    "use1-az1+eu-west-1, is not a single client",
    "use1-az1+use1-az2,  is not a single client",
    "use1-az1+us-east-1-zg-2, is not a single client"
  })
  void aZoneThatCannotBeIsRefused(String client, String words) {
    Run run = Run.of("resolve", "api", "--from", client, "-c", FILE);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(words, "fix: ");
  }

  @Test
  void whatIfAndProveGoOverZones() throws IOException {
    String file = write("checked", CHECKED);

    Run whatIf = Run.of("what-if", "--down", "a", "-c", file);
    Run prove = Run.of("prove", "--failures", "2", "-c", file);

    Golden.check("commands/az-affinity-what-if.txt", whatIf.out().replace(file, "FILE"));
    Golden.check("commands/az-affinity-prove.txt", prove.out().replaceAll("-c \\S+", "-c FILE"));
  }

  @Test
  void withoutAGlobalRecordAnUnknownZoneHasNoAnswer() throws IOException {
    String file = write("global", CHECKED.replace(", global: c", ""));

    Run resolve = Run.of("resolve", "api", "--from", "us-east-1", "--explain", "-c", file);
    Run validate = Run.of("validate", "-c", file);

    assertThat(resolve.exitCode()).isEqualTo(1);
    assertThat(resolve.out()).contains("R-AZ-UNKNOWN", "R-AZ-NO-ANSWER");
    assertThat(validate.exitCode()).isZero();
    assertThat(validate.err()).contains("az-affinity-without-global");
  }

  @Test
  void expectationsCanNameZones() {
    Run run = Run.of("check", "-c", FILE);

    assertThat(run.exitCode()).as(run.out()).isZero();
  }

  @Test
  void whoeverMovesToAnotherZonesEndpointDiffers() throws IOException {
    String other = write("other", CHECKED.replace("use1-az1: a", "use1-az1: b, us-east-1-zg-2: c"));

    Run run = Run.of("compare", write("checked", CHECKED), other);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("use1-az1", "us-east-1-zg-2").doesNotContain("use1-az2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"synth -o OUT", "diff -o OUT", "rehearse --leave-out --folder OUT"})
  void whatTerraformCannotCreateIsRefusedAtThePolicyAndNothingIsWritten(String command) {
    Path out = folder.resolve("out");

    Run run = Run.of((command.replace("OUT", out.toString()) + " -c " + FILE).split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            FILE + ":12:7: names.api.az-affinity: Terraform's AWS provider cannot create AZ",
            FILE + ":18:42: names.db.failover.primary.az-affinity: Terraform's AWS provider",
            "2 problems; nothing was written.");
    assertThat(out).doesNotExist();
  }

  @Test
  void aPublicZoneIsRefusedWithAFixThatWorks() throws IOException {
    String zone = "{name: example.internal, id: Z0123456789ABC, private: true}";
    String file = write("public", CHECKED.replace(zone, "example.com"));

    Run run = Run.of("validate", "-c", file);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "names.api.az-affinity.use1-az1: AZ affinity works in private hosted zones only",
            "private: true")
        .contains("3 problems");
    assertThat(Run.of("validate", "-c", write("private", CHECKED)).exitCode()).isZero();
  }

  @Test
  void anAddressInAPrivateZoneMayBePrivate() {
    Run run = Run.of("validate", "-c", FILE);

    assertThat(run.out()).contains("is valid");
    assertThat(run.err()).doesNotContain("private-address");
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name + ".yaml"), text).toString();
  }
}
