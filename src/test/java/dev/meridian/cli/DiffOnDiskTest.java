package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code diff} plans the stacks that are on disk, whoever wrote them, and loses none of them. */
class DiffOnDiskTest {
  /** In terraform's place: every plan is one without changes, and says what it was made of. */
  private static final String TERRAFORM =
      """
      #!/bin/sh
      if [ "$1" = plan ]; then cat *.tf >>"$PLANNED"; fi
      if [ "$1" = init ]; then mkdir -p .terraform; fi
      if [ "$1 $2" = "state pull" ]; then
        echo '{"version": 4, "lineage": "a", "resources": [{'
        echo '"mode": "managed", "type": "aws_vpc", "name": "main", "instances": [{"attributes": {}}]'
        echo '}]}'
      fi
      if [ "$1" = output ]; then
        echo '{"alb_dns_name": {"value": "lb.example"}, "alb_zone_id": {"value": "Z1"}}'
      fi
      """;

  private static final String DECLARED =
      """
      application: shop
      environment: prod
      zone: example.com
      regions: [us-east-1]
      names: {www: {simple: us-east-1}}
      """;

  private static final String OWN = "\nresource \"aws_sqs_queue\" \"mine\" {}\n";
  private static final String NOTE =
      "shop-prod-dns is planned as it is on disk, which differs from meridian.yaml. If you do not want that, run ./meridian synth\n";

  @TempDir Path folder;
  private Path dns;

  @BeforeEach
  void declare() throws IOException {
    Files.writeString(folder.resolve("meridian.yaml"), DECLARED);
    Path terraform = Files.writeString(folder.resolve("terraform"), TERRAFORM);
    Files.setPosixFilePermissions(terraform, PosixFilePermissions.fromString("rwxr-xr-x"));
    dns = folder.resolve("cdktf.out/stacks/shop-prod-dns/cdk.tf");
  }

  @Test
  void stacksThatAreMissingAreWritten() throws Exception {
    Run run = run("diff", "--exit-code");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out()).isEqualTo("shop-prod-us-east-1: no changes\nshop-prod-dns: no changes\n");
    assertThat(run.err()).isEmpty();
    assertThat(dns).isRegularFile();
    assertThat(folder.resolve("cdktf.out/manifest.json")).isRegularFile();
  }

  @Test
  void whatAnotherAppOrSomebodyWroteIntoAStackIsPlannedAndStays() throws Exception {
    run("synth");
    String edited = Files.readString(dns) + OWN;
    Files.writeString(dns, edited);

    Run run = run("diff", "--exit-code");

    assertThat(run.err()).isEqualTo(NOTE);
    assertThat(run.exitCode()).as("there is something left to synthesize").isEqualTo(2);
    assertThat(folder.resolve("planned")).content().contains(OWN);
    assertThat(dns).hasContent(edited);
    assertThat(run("diff").exitCode()).isZero();
  }

  @Test
  void anEditOfTheDeclarationIsNotTakenForDeployable() throws Exception {
    run("synth");
    String before = Files.readString(dns);
    Files.writeString(folder.resolve("meridian.yaml"), DECLARED.replace("www", "web"));

    Run run = run("diff", "--json");

    assertThat(run.err()).isEqualTo(NOTE);
    assertThat(run.out())
        .containsSubsequence(
            "shop-prod-us-east-1", "\"as-declared\": true", "dns", "\"as-declared\": false");
    assertThat(dns).hasContent(before);
    run("synth");
    assertThat(run("diff", "--exit-code").exitCode()).isZero();
  }

  @Test
  void whatIsLeftOfARegionThatWasRemovedIsAChange() throws Exception {
    Files.writeString(
        folder.resolve("meridian.yaml"), DECLARED.replace("[us-east-1]", "[us-east-1, eu-west-1]"));
    run("synth");
    Files.writeString(folder.resolve("meridian.yaml"), DECLARED);
    run("synth");

    Run run = run("diff", "--exit-code");

    assertThat(run.out())
        .endsWith(
            "shop-prod-eu-west-1 is left over: meridian.yaml does not declare eu-west-1, but its"
                + " state has 1 resource. Apply shop-prod-dns, and then run ./meridian destroy"
                + " eu-west-1.\n");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run("diff").exitCode()).isZero();
  }

  @Test
  void statesOfStacksThatAreNeitherDeclaredNorOnDiskAreAChange() throws Exception {
    state("", "shop-prod-eu-west-1"); // a region that was removed with its stack
    state("", "shop-prod-accelerator-edge");
    state("", "store-prod-dns"); // the same application with another name, perhaps
    state("", "shop-test-dns"); // of the declaration beside
    state("", "shop-prod-us-east-1"); // declared
    Files.writeString(folder.resolve("terraform.shop-prod-sa-east-1.tfstate"), "{\"version\": 4}");
    Files.writeString(folder.resolve("meridian.test.yaml"), DECLARED.replace("prod", "test"));

    Run run = run("diff", "--exit-code");

    Golden.check(
        "commands/diff-undeclared-states.txt",
        run.out().replace(folder.toRealPath().toString(), "FOLDER"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run("diff").exitCode()).isZero();
    assertThat(run("diff", "--exit-code", "dns").exitCode()).as("only what was asked for").isZero();
  }

  @Test
  void whatCouldNotBeReadIsSaidAndCounted() throws Exception {
    state("", "store-prod-dns");
    Files.writeString(folder.resolve("terraform.shop-prod-eu-west-1.tfstate"), "{\"resources\": [");
    Files.writeString(folder.resolve("store.yaml"), DECLARED.replace("regions", "regoins"));

    Run run = run("diff", "--exit-code");

    assertThat(run.out())
        .contains(
            "store.yaml is not a valid declaration, so what it declares is not known.",
            "states that could not be read, so whether they have resources is not known:"
                + " shop-prod-eu-west-1.")
        .doesNotContain("eu-west-1 is left over");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void statesAreLookedForInTheDeclaredDirectory() throws Exception {
    Files.writeString(
        folder.resolve("meridian.yaml"), DECLARED + "state: {backend: local, directory: states}\n");
    state("states", "shop-prod-eu-west-1");

    Run run = run("diff", "--exit-code");

    assertThat(run.out())
        .contains("shop-prod-eu-west-1 is left over: meridian.yaml does not", "states/terraform.");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void whatABackendCannotListIsSaid() throws Exception {
    Files.writeString(
        folder.resolve("meridian.yaml"),
        DECLARED + "state: {backend: http, address: 'https://states.example.com/meridian'}\n");

    Run run = run("diff", "--exit-code");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.err())
        .isEqualTo(
            "diff lists local states only. Whether there are states of stacks that meridian.yaml no"
                + " longer declares is not known. Look for them next to"
                + " https://states.example.com/meridian/shop-prod-dns.\n");
  }

  @Test
  void whatAnotherZoneWouldDoIsSaidBeforeItIsApplied() throws Exception {
    run("synth");
    String other = "zone: {name: example.com, id: Z0123456789ABCDEFGHIJ}";
    Files.writeString(
        folder.resolve("meridian.yaml"), DECLARED.replace("zone: example.com", other));

    assertThat(run("diff").err()).contains("shop-prod-dns forgets the zone example.com");
    assertThat(run("synth").err()).contains("shop-prod-dns forgets the zone example.com");
    assertThat(dns)
        .content()
        .contains("required_version = \">= 1.7\"", "from = aws_route53_zone.main");
    Files.writeString(folder.resolve("meridian.yaml"), DECLARED);

    assertThat(run("synth").err()).contains("a second, empty zone example.com");
  }

  @Test
  void destroyRefusesToGuessWithoutATerminal() throws Exception {
    Run run = run("destroy");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("there is no terminal on which to ask", "with --yes");
  }

  @Test
  void onlyTheStacksThatWereAskedForAreJudged() throws Exception {
    run("synth");
    Files.writeString(dns, Files.readString(dns) + OWN);

    Run run = run("diff", "--exit-code", "us-east-1");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aStackThatAnAppWroteInJsonStaysAloneInItsFolder() throws Exception {
    Path json = dns.resolveSibling("cdk.tf.json");
    Files.createDirectories(json.getParent());
    Files.writeString(json, "{}");

    Run run = run("diff");

    assertThat(run.err()).isEqualTo(NOTE);
    assertThat(dns).doesNotExist();
  }

  @Test
  void pinWritesMissingStacksAndNoOther() throws Exception {
    Files.createDirectories(dns.getParent());
    Files.writeString(dns, OWN);

    Run run = run("pin", "us-east-1");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(dns).hasContent(OWN);
    assertThat(folder.resolve("cdktf.out/stacks/shop-prod-us-east-1/cdk.tf")).isRegularFile();
    assertThat(folder.resolve("pinned/us-east-1.yaml")).content().contains("lb.example");
  }

  private void state(String directory, String stack) throws IOException {
    Path file = folder.resolve(directory).resolve("terraform." + stack + ".tfstate");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"version\": 4, \"resources\": [{\"type\": \"aws_vpc\"}]}");
  }

  private Run run(String... words) throws Exception {
    Map<String, String> environment =
        Map.of(
            "TERRAFORM_BINARY_NAME",
            folder.resolve("terraform").toString(),
            "PLANNED",
            folder.resolve("planned").toString());
    return Run.in(folder, environment, words);
  }
}
