package dev.meridian.config;

import dev.meridian.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A declaration as the reader left it. */
record Reading(Optional<Deployment> deployment, List<Problem> problems) {

  static Reading of(String yaml) {
    List<Problem> problems = new ArrayList<>();
    return new Reading(new DeploymentReader(problems::add).read("meridian.yaml", yaml), problems);
  }

  static Reading of(Path file) {
    List<Problem> problems = new ArrayList<>();
    return new Reading(new DeploymentReader(problems::add).read(file), problems);
  }

  /** The deployment of a declaration that must be right. */
  static Deployment good(String yaml) {
    Reading reading = of(yaml);
    return reading.deployment.orElseThrow(() -> new AssertionError(reading.problems));
  }
}
