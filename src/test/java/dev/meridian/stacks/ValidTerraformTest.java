package dev.meridian.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.testing.RealTerraform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  /** The only warning: a module's backend has no effect. */
  private static final String IGNORED = "Backend configuration ignored";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern VARIABLE = Pattern.compile("(?m)^variable \"(\\S+)\"");

  @TempDir private Path folder;
  private final List<Path> modules = new ArrayList<>();
  private RealTerraform terraform;

  @BeforeEach
  void terraform() throws IOException {
    terraform = RealTerraform.orSkip(folder);
  }

  @Test
  void terraformAndTheProviderAcceptEveryStack() throws Exception {
    String zone = Files.readString(Path.of("src/test/resources/good-declarations/private.yaml"));
    add("recipe", Example.recipe());
    add("everything", Example.everything());
    add("private", Example.of(zone));
    add("text", OddText.example());
    for (BackendExample backend : BackendExample.values()) {
      Synthesized synthesized = add(backend.name(), backend.example());
      assertThat(initialized(synthesized.hcl(synthesized.names().get(1))))
          .as(backend.name())
          .doesNotContain("Unsupported", "Missing", "Invalid");
    }

    assertThat(modules).hasSizeGreaterThan(30);
    accepts();
  }

  @Test
  void aStackThatTheProviderRefusesIsNamed() throws Exception {
    Synthesized synthesized = add("local", BackendExample.LOCAL.example());
    Path file = synthesized.directory(synthesized.names().get(1)).resolve("cdk.tf");
    Files.writeString(file, Files.readString(file).replace("evaluate_target_health", "evaluated"));

    assertThatThrownBy(this::accepts)
        .hasMessageContaining(synthesized.names().get(1))
        .hasMessageContaining("evaluated");
  }

  @Test
  void aBackendWithAWrongArgumentIsFound() throws Exception {
    assertThat(initialized("terraform {\n  backend \"pg\" {\n    schema = \"x\"\n  }\n}\n"))
        .contains("Unsupported argument");
  }

  /** Adds the stacks of a declaration to those that {@link #accepts} validates. */
  private Synthesized add(String name, Example example) throws Exception {
    Synthesized synthesized = example.synthesize(folder.resolve(name));
    for (String stack : synthesized.names()) {
      Path directory = synthesized.directory(stack);
      assertThat(terraform.run(directory, "fmt", "-check", "-diff"))
          .isEqualTo(new RealTerraform.Result(0, ""));
      modules.add(directory);
    }
    return synthesized;
  }

  /**
   * Validates all stacks at once, as modules of a configuration, because each validation reads the
   * schema of the provider, which takes seconds.
   */
  private void accepts() throws Exception {
    StringBuilder root = new StringBuilder();
    for (int i = 0; i < modules.size(); i++) {
      Path module = modules.get(i);
      root.append("module \"stack-%d\" {\n".formatted(i))
          .append("  source = \"./%s\"\n".formatted(folder.relativize(module)));
      VARIABLE
          .matcher(Files.readString(module.resolve("cdk.tf")))
          .results()
          .forEach(found -> root.append("  %s = \"x\"\n".formatted(found.group(1))));
      root.append("}\n");
    }
    Files.writeString(folder.resolve("main.tf"), root);

    RealTerraform.Result init = terraform.run(folder, "init", "-backend=false", "-input=false");
    assertThat(init.exitCode()).as(init.output()).isZero();
    RealTerraform.Result validate = terraform.run(folder, "validate", "-json");
    JsonNode said = JSON.readTree(validate.output());
    assertThat(said.get("diagnostics"))
        .as(validate.output())
        .allMatch(one -> IGNORED.equals(one.get("summary").asText()));
    assertThat(said.get("valid").asBoolean()).as(validate.output()).isTrue();
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
