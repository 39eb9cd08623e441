package dev.meridian.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.testing.RealTerraform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("terraform")
class ValidTerraformTest {
  /** Nothing listens there: a backend whose arguments are in order cannot connect. */
  private static final Map<String, String> UNREACHABLE =
      Map.of(
          "AWS_ACCESS_KEY_ID", "test",
          "AWS_SECRET_ACCESS_KEY", "test",
          "AWS_ENDPOINT_URL", "http://127.0.0.1:9",
          "AWS_MAX_ATTEMPTS", "1",
          "GOOGLE_CREDENTIALS", "{}",
          "PG_CONN_STR", "postgres://127.0.0.1:9/states?sslmode=disable");

  /** Outside of the stacks, so that they share the provider. */
  private static final Map<String, String> SHARED =
      Map.of("TF_DATA_DIR", Path.of("target/terraform").toAbsolutePath().toString());

  @TempDir private Path folder;
  private RealTerraform terraform;

  @BeforeEach
  void terraform() throws IOException {
    terraform = RealTerraform.orSkip(folder);
  }

  @Test
  void theProviderAcceptsTheRecipe() throws Exception {
    accepts(Example.recipe().synthesize(folder));
  }

  @Test
  void theProviderAcceptsEverything() throws Exception {
    accepts(Example.everything().synthesize(folder));
  }

  @Test
  void theProviderAcceptsAPrivateZone() throws Exception {
    String yaml = Files.readString(Path.of("src/test/resources/good-declarations/private.yaml"));
    accepts(Example.of(yaml).synthesize(folder));
  }

  @Test
  void theProviderAcceptsTextThatLooksLikeCode() throws Exception {
    accepts(OddText.example().synthesize(folder));
  }

  @ParameterizedTest
  @EnumSource
  void terraformAcceptsEveryBackend(BackendExample backend) throws Exception {
    Synthesized synthesized = backend.example().synthesize(folder);
    String dns = synthesized.names().get(1);

    accepts(synthesized, dns);
    assertThat(initialized(synthesized.hcl(dns)))
        .doesNotContain("Unsupported", "Missing", "Invalid");
  }

  @Test
  void aBackendWithAWrongArgumentIsFound() throws Exception {
    assertThat(initialized("terraform {\n  backend \"pg\" {\n    schema = \"x\"\n  }\n}\n"))
        .contains("Unsupported argument");
  }

  private void accepts(Synthesized synthesized) throws Exception {
    for (String stack : synthesized.names()) {
      accepts(synthesized, stack);
    }
  }

  private void accepts(Synthesized synthesized, String stack) throws Exception {
    Path directory = synthesized.directory(stack);
    assertThat(terraform.run(directory, "fmt", "-check", "-diff"))
        .isEqualTo(new RealTerraform.Result(0, ""));
    RealTerraform.Result init =
        terraform.run(directory, SHARED, "init", "-backend=false", "-input=false");
    assertThat(init.exitCode()).as(init.output()).isZero();
    RealTerraform.Result validate = terraform.run(directory, SHARED, "validate", "-no-color");
    assertThat(validate.output()).as(stack).isEqualTo("Success! The configuration is valid.\n\n");
  }

  /** What terraform says of the backend of a stack, which needs no provider for that. */
  private String initialized(String hcl) throws Exception {
    String terraformBlock = hcl.substring(0, hcl.indexOf("\n}\n") + 3);
    Path directory = Files.createDirectories(folder.resolve("backend/of/one/stack"));
    Files.writeString(
        directory.resolve("main.tf"),
        terraformBlock.replaceAll("(?s) {2}required_providers.*?\n {2}}\n", ""));
    return terraform.run(directory, UNREACHABLE, "init", "-input=false", "-no-color").output();
  }
}
