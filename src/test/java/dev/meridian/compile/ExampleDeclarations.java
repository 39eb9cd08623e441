package dev.meridian.compile;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.reader.DeploymentReader;
import java.nio.file.Path;
import java.util.List;

/** The two declarations that are also the specification of the format. */
final class ExampleDeclarations {
  static final String RECIPE = "meridian.yaml";
  static final String EVERYTHING = "examples/everything.yaml";
  static final List<String> ALL = List.of(RECIPE, EVERYTHING);

  private ExampleDeclarations() {}

  static Deployment read(String file) {
    return new DeploymentReader(
            problem -> {
              throw new AssertionError(problem);
            })
        .read(Path.of(file))
        .orElseThrow();
  }
}
