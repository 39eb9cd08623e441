package dev.meridian.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.testing.RealTerraform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Terraform's own reading of the strings in the stacks, against {@link HclStrings}. */
@Tag("terraform")
class TerraformReadsTextTest {
  private static final String CALL =
      "output \"texts\" {\n  value = base64encode(jsonencode(local.texts))\n}\n";

  @TempDir private Path folder;

  @Test
  void terraformReadsEveryStringAsTheTextThatWasDeclared() throws Exception {
    List<String> quoted = new ArrayList<>();
    List<String> declared = new ArrayList<>();
    for (int backend = 0; backend < OddDeclaration.backends(); backend++) {
      OddDeclaration odd = OddDeclaration.of(5000 + backend, backend);
      quoted.addAll(InertTextTest.strings(odd, folder.resolve("odd-" + backend)));
      declared.addAll(odd.texts());
    }
    RealTerraform terraform = RealTerraform.orSkip(folder);
    Path module = Files.createDirectories(folder.resolve("module"));
    Files.writeString(
        module.resolve("main.tf"),
        "locals {\n  texts = [\n    " + String.join(",\n    ", quoted) + "\n  ]\n}\n" + CALL);

    RealTerraform.Result init =
        terraform.run(module, "apply", "-auto-approve", "-input=false", "-no-color");
    assertThat(init.exitCode()).as(init.output()).isZero();
    String encoded = terraform.run(module, "output", "-raw", "texts").output();
    List<String> read =
        List.of(new ObjectMapper().readValue(Base64.getDecoder().decode(encoded), String[].class));

    assertThat(read)
        .isEqualTo(quoted.stream().map(HclStrings::text).toList())
        .containsAll(declared);
  }
}
