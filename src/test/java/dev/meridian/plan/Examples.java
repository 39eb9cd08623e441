package dev.meridian.plan;

import dev.meridian.config.Deployment;
import dev.meridian.config.DeploymentReader;
import java.nio.file.Path;
import java.util.List;

/** The two declarations that are also the specification of the format. */
final class Examples {
  static final String RECIPE = "meridian.yaml";
  static final String EVERYTHING = "examples/everything.yaml";
  static final List<String> ALL = List.of(RECIPE, EVERYTHING);

  private Examples() {}

  static Deployment read(String file) {
    return new DeploymentReader(
            problem -> {
              throw new AssertionError(problem);
            })
        .read(Path.of(file))
        .orElseThrow();
  }
}
