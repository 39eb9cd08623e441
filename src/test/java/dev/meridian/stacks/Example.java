package dev.meridian.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.compile.CompiledPlan;
import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.model.RoutingPlan;
import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A declaration, read and compiled. */
record Example(Deployment deployment, RoutingPlan plan) {
  private static final Path RECIPE = Path.of("meridian.yaml");
  private static final Path EVERYTHING = Path.of("examples/everything.yaml");

  static Example recipe() throws IOException {
    return of(recipeYaml());
  }

  static String recipeYaml() throws IOException {
    return Files.readString(RECIPE);
  }

  static Example everything() throws IOException {
    return of(Files.readString(EVERYTHING));
  }

  static Example of(String yaml) {
    Deployment deployment = ReadDeclaration.good(yaml);
    CompiledPlan compiled = Compiler.compile(deployment);
    assertThat(compiled.problems()).isEmpty();
    return new Example(deployment, compiled.plan());
  }

  /** Writes the stacks below {@code folder}. */
  Synthesized synthesize(Path folder) {
    Path outdir = folder.resolve("cdktf.out");
    return new Synthesized(outdir, Stacks.synthesize(deployment, plan, outdir));
  }
}
