package dev.meridian.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("terraform")
class ValidTerraformTest {
  @TempDir private Path folder;
  private Terraform terraform;

  @BeforeEach
  void terraform() throws IOException {
    terraform = Terraform.orSkip(folder);
  }

  @Test
  void theProviderAcceptsTheRecipe() throws Exception {
    accepts(Example.recipe().synthesize(folder));
  }

  @Test
  void theProviderAcceptsEverything() throws Exception {
    accepts(Example.everything().synthesize(folder));
  }

  private void accepts(Synthesized synthesized) throws Exception {
    assertThat(terraform.run(synthesized.outdir(), "fmt", "-check", "-diff", "-recursive"))
        .isEqualTo(new Terraform.Result(0, ""));
    for (String stack : synthesized.names()) {
      Path directory = synthesized.directory(stack);
      Terraform.Result init = terraform.run(directory, "init", "-backend=false", "-input=false");
      assertThat(init.exitCode()).as(init.output()).isZero();
      Terraform.Result validate = terraform.run(directory, "validate", "-no-color");
      assertThat(validate.output()).as(stack).contains("Success! The configuration is valid.");
      assertThat(validate.output()).as(stack).doesNotContain("Warning");
    }
  }
}
