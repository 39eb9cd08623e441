package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.environment.StateChanges;
import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another place for a state is noticed before Terraform creates everything again. */
class StateMovesTest {
  private static final String DECLARED =
      """
      application: shop
      environment: prod
      zone: example.com
      endpoints: {rack: {addresses: [203.0.113.1]}}
      names: {www: {simple: rack}}
      """;
  private static final String STATES = DECLARED + "state: {backend: local, directory: states}\n";
  private static final String BUCKET =
      DECLARED + "state: {backend: s3, bucket: acme-states, region: eu-central-1, prefix: net/}\n";
  private static final String STATE = "{\"version\": 4, \"resources\": [{}]}";
  private static final String STACK = "cdktf.out/stacks/shop-prod-dns";
  private static final String MIGRATE = "terraform -chdir=" + STACK + " init -migrate-state";

  /** In terraform's place: every plan is one without changes. */
  private static final String TERRAFORM =
      "#!/bin/sh\nif [ \"$1\" = init ]; then mkdir -p .terraform; fi\n";

  @TempDir Path folder;

  @BeforeEach
  void synthesize() throws Exception {
    write("meridian.yaml", DECLARED);
    Path terraform = Files.writeString(folder.resolve("terraform"), TERRAFORM);
    Files.setPosixFilePermissions(terraform, PosixFilePermissions.fromString("rwxr-xr-x"));
    run("synth");
  }

  @Test
  void aStateThatWasInitializedHereMovesWithACommand() throws Exception {
    initialized("local", "{\"path\": \"../../../terraform.shop-prod-dns.tfstate\"}");
    write("terraform.shop-prod-dns.tfstate", STATE);
    write("meridian.yaml", STATES);

    Run diff = run("diff");
    Run synth = run("synth");
    Run after = run("diff");

    assertThat(diff.err())
        .endsWith(
            "synth moves the state of shop-prod-dns to "
                + folder.toRealPath().resolve("states/terraform.shop-prod-dns.tfstate")
                + "\n");
    String text =
        "The state of shop-prod-dns is in terraform.shop-prod-dns.tfstate, but its cdk.tf keeps it"
            + " in states/terraform.shop-prod-dns.tfstate. Before you plan or apply, move it: ";
    assertThat(synth.exitCode()).isZero();
    assertThat(synth.err()).isEqualTo(text + MIGRATE + "\n");
    assertThat(run("synth").err()).as("until it is moved").isEqualTo(text + MIGRATE + "\n");
    assertThat(after.exitCode()).isEqualTo(1);
    assertThat(after.out())
        .startsWith("shop-prod-dns: not planned. The state of shop-prod-dns is in ")
        .contains("init -migrate-state")
        .doesNotContain("no changes");
    assertThat(run("diff", "--json").out()).contains("\"status\": \"state-elsewhere\"");

    initialized("local", "{\"path\": \"../../../states/terraform.shop-prod-dns.tfstate\"}");
    write("states/terraform.shop-prod-dns.tfstate", STATE);
    assertThat(run("synth").err()).isEmpty();
    assertThat(run("diff").out()).isEqualTo("shop-prod-dns: no changes\n");
  }

  @Test
  void aStateThatWasNotInitializedHereIsNotLostFromSight() throws Exception {
    write("terraform.shop-prod-dns.tfstate", STATE);
    String before = read(STACK + "/cdk.tf");
    write("meridian.yaml", BUCKET);

    Run synth = run("synth");

    assertThat(synth.exitCode()).isEqualTo(2);
    assertThat(synth.err())
        .isEqualTo(
            STACK
                + """
                /cdk.tf: its state would move from terraform.shop-prod-dns.tfstate to s3://acme-states/net/shop-prod-dns.tfstate, but Terraform can move only a state that was initialized in this folder
                    fix: run terraform -chdir=%s init, and then this command again. If the stack was never applied, or its state is already there, remove this cdk.tf
                1 problem; nothing was written.
                """
                    .formatted(STACK));
    assertThat(read(STACK + "/cdk.tf")).isEqualTo(before);
  }

  @Test
  void aStackThatWasNeverAppliedHasNothingToMove() throws Exception {
    write("meridian.yaml", STATES);

    Run run = run("synth");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aLocalStateInAnotherFolderIsFound() throws Exception {
    Files.delete(folder.resolve(STACK + "/cdk.tf"));
    write("terraform.shop-prod-dns.tfstate", STATE);
    write("meridian.yaml", STATES);
    run("synth");

    Run diff = run("diff");

    Path here = folder.toRealPath();
    assertThat(diff.exitCode()).isEqualTo(1);
    assertThat(diff.out())
        .endsWith(
            "move it: mkdir -p "
                + here.resolve("states")
                + " && mv "
                + here.resolve("terraform.shop-prod-dns.tfstate")
                + " "
                + here.resolve("states/terraform.shop-prod-dns.tfstate")
                + "\n");
  }

  @Test
  void theOldAddressOfEveryBackendIsReadFromTheStack() throws Exception {
    for (String state :
        new String[] {
          "{backend: s3, bucket: acme-states, region: eu-central-1}",
          "{backend: cloud, organization: acme}",
          "{backend: remote, organization: acme}",
          "{backend: gcs, bucket: acme-states}",
          "{backend: azurerm, resource-group: a, storage-account: acmestates, container: b}",
          "{backend: http, address: 'https://states.example.com/meridian'}",
          "{backend: pg}",
        }) {
      Files.deleteIfExists(folder.resolve(STACK + "/cdk.tf"));
      write("meridian.yaml", DECLARED + "state: " + state + "\n");
      assertThat(run("synth").err()).as(state).isEmpty();
      assertThat(run("synth").err()).as(state + " again").isEmpty();
      write("meridian.yaml", DECLARED);
      assertThat(run("synth").exitCode()).as(state + " to local").isEqualTo(2);
    }
  }

  @Test
  void aSettingThatDoesNotMoveTheStateIsNoMove() throws Exception {
    Files.delete(folder.resolve(STACK + "/cdk.tf"));
    write("meridian.yaml", BUCKET);
    run("synth");
    write("meridian.yaml", BUCKET.replace("prefix", "options: {profile: net}, prefix"));

    assertThat(run("synth").err()).isEmpty();
  }

  @Test
  void anEditSaysWhatItMeansForTheStates() {
    Path output = Path.of("cdktf.out");

    assertThat(
            StateChanges.between(
                ReadDeclaration.good(DECLARED), ReadDeclaration.good(BUCKET), output))
        .containsExactly(
            "The state of shop-prod-dns moves from terraform.shop-prod-dns.tfstate to"
                + " s3://acme-states/net/shop-prod-dns.tfstate. Before the next plan, run "
                + MIGRATE
                + ".");
    assertThat(
            StateChanges.between(
                ReadDeclaration.good(DECLARED),
                ReadDeclaration.good(DECLARED.replace("prod", "live")),
                output))
        .singleElement()
        .asString()
        .contains("Terraform would create everything again", "was: {application: shop,");
    assertThat(
            StateChanges.between(
                ReadDeclaration.good(DECLARED),
                ReadDeclaration.good(DECLARED.replace("prod", "live\nwas: {environment: prod}")),
                output))
        .isEmpty();
  }

  private void initialized(String type, String config) throws IOException {
    write(
        STACK + "/.terraform/terraform.tfstate",
        "{\"backend\": {\"type\": \"%s\", \"config\": %s}}".formatted(type, config));
  }

  private Run run(String... words) throws Exception {
    return Run.in(
        folder, Map.of("TERRAFORM_BINARY_NAME", folder.resolve("terraform").toString()), words);
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }
}
