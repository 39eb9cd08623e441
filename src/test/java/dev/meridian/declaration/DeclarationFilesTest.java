package dev.meridian.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationFilesTest {
  @ParameterizedTest
  @CsvSource({
    "meridian.yaml, cdktf.out",
    "./meridian.yml, cdktf.out",
    "meridian.staging.yaml, cdktf.staging.out",
    "staging.yaml, cdktf.staging.out",
    "staging.YML, cdktf.staging.out",
    "environments/staging.yaml, cdktf.staging.out",
    "environments/staging/meridian.yaml, cdktf.staging.out",
    "my shop.yaml, cdktf.my_shop.out",
    "meridian.eu.prod.yaml, cdktf.eu.prod.out",
  })
  void theOutputFolderHasTheNameOfTheDeclaration(String declaration, String folder) {
    assertThat(DeclarationFiles.output(Path.of(declaration))).isEqualTo(Path.of(folder));
  }

  @Test
  void theDeclarationOfTheWorkingDirectoryIsTheUsualOneHoweverItIsNamed() {
    Path absolute = Path.of("meridian.yaml").toAbsolutePath();

    assertThat(DeclarationFiles.output(absolute)).isEqualTo(Path.of("cdktf.out"));
  }

  @Test
  void theImportsFileIsNextToTheDeclaration() {
    assertThat(DeclarationFiles.imports(Path.of("envs/meridian.staging.yaml")))
        .isEqualTo(Path.of("envs/meridian.staging.imports.yaml"));
  }
}
