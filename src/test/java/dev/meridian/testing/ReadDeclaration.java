package dev.meridian.testing;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.reader.DeploymentReader;
import dev.meridian.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A declaration that was read, and every problem in it. */
public record ReadDeclaration(Optional<Deployment> deployment, List<Diagnostic> problems) {
  /** The recipe: five names over three regions. */
  public static final Path RECIPE = Path.of("meridian.yaml");

  /** Every policy, kind of health check, kind of endpoint, and option. */
  public static final Path EVERYTHING = Path.of("examples/everything.yaml");

  public static ReadDeclaration of(String yaml) {
    return read(reader -> reader.read("meridian.yaml", yaml));
  }

  public static ReadDeclaration of(Path file) {
    return read(reader -> reader.read(file));
  }

  private static ReadDeclaration read(Function<DeploymentReader, Optional<Deployment>> reading) {
    List<Diagnostic> problems = new ArrayList<>();
    return new ReadDeclaration(reading.apply(new DeploymentReader(problems::add)), problems);
  }

  /** The deployment of a declaration without problems. */
  public static Deployment good(String yaml) {
    return of(yaml).good();
  }

  /** The deployment of a file without problems. */
  public static Deployment good(Path file) {
    return of(file).good();
  }

  private Deployment good() {
    if (!problems.isEmpty()) {
      throw new AssertionError(problems.toString());
    }
    return deployment.orElseThrow();
  }
}
