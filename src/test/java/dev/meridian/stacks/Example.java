package dev.meridian.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.compile.CompiledPlan;
import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.reader.DeploymentReader;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.model.RoutingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    List<Diagnostic> problems = new ArrayList<>();
    Optional<Deployment> deployment = new DeploymentReader(problems::add).read("example", yaml);
    assertThat(problems).isEmpty();
    CompiledPlan compiled = Compiler.compile(deployment.orElseThrow());
    assertThat(compiled.problems()).isEmpty();
    return new Example(deployment.get(), compiled.plan());
  }

  /** Writes the stacks below {@code folder}. */
  Synthesized synthesize(Path folder) {
    Path outdir = folder.resolve("cdktf.out");
    return new Synthesized(outdir, Stacks.synthesize(deployment, plan, outdir));
  }
}
