package dev.meridian.declaration;

import dev.meridian.declaration.reader.DeploymentReader;
import dev.meridian.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A declaration as the reader left it. */
public record Reading(Optional<Deployment> deployment, List<Diagnostic> problems) {

  public static Reading of(String yaml) {
    List<Diagnostic> problems = new ArrayList<>();
    return new Reading(new DeploymentReader(problems::add).read("meridian.yaml", yaml), problems);
  }

  public static Reading of(Path file) {
    List<Diagnostic> problems = new ArrayList<>();
    return new Reading(new DeploymentReader(problems::add).read(file), problems);
  }

  /** The deployment of a declaration that must be right. */
  public static Deployment good(String yaml) {
    Reading reading = of(yaml);
    return reading.deployment.orElseThrow(() -> new AssertionError(reading.problems));
  }
}
