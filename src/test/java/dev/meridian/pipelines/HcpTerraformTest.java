package dev.meridian.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.StateBackend;
import dev.meridian.pipelines.Project.Result;
import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be tested of {@code examples/pipelines/hcp-terraform} without HCP Terraform. */
class HcpTerraformTest {
  private static final Path EXAMPLE = Path.of("examples/pipelines/hcp-terraform");
  private static final Path WORKSPACES = EXAMPLE.resolve("workspaces/main.tf");

  @Test
  void theDeclarationKeepsItsStatesInWorkspaces() throws IOException {
    Deployment deployment = ReadDeclaration.good(EXAMPLE.resolve("meridian.yaml"));

    assertThat(deployment.state()).isInstanceOf(StateBackend.Cloud.class);
  }

  /** The resources need a provider from the registry; the part they are made from does not. */
  @Test
  @Tag("terraform")
  void theWorkspacesAreMadeFromTheManifest(@TempDir Path folder) throws Exception {
    Project project = Project.in(folder, Map.of());
    String text = Files.readString(WORKSPACES);
    int begin = text.indexOf("variable \"organization\"");
    int end = text.indexOf("resource \"tfe_workspace\" \"stack\"");
    assertThat(begin).isPositive().isLessThan(end);
    Path root = Path.of("src/test/resources/dev/meridian/pipelines/waves");
    project.write(
        "main.tf",
        text.substring(begin, end) + "output \"readers\" {\n  value = local.readers\n}\n");
    project.write(
        "terraform.tfvars",
        "organization = \"acme\"\naws_role = \"arn\"\nrepository_root = \"%s\"\n"
            .formatted(root.toAbsolutePath()));

    assertThat(project.run("terraform", "init", "-no-color").exitCode()).isZero();
    Result plan = project.run("terraform", "plan", "-no-color");

    assertThat(plan.exitCode()).as(plan.output()).isZero();
    assertThat(plan.output().replaceAll("\\s+", " "))
        .contains("+ shop-test-dns = []", "+ shop-test-eu-west-1 = [ + \"shop-test-dns\", ]");
    Result format =
        project.run("terraform", "fmt", "-check", WORKSPACES.toAbsolutePath().toString());
    assertThat(format.exitCode()).as(format.output()).isZero();
  }
}
