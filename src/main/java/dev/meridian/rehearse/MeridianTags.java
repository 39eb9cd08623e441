package dev.meridian.rehearse;

import dev.meridian.config.Deployment;
import java.util.Map;

/** The tags by which a deployment's resources are found at AWS. */
final class MeridianTags {
  private MeridianTags() {}

  static Map<String, String> of(Deployment deployment) {
    return Map.of(
        "Application",
        deployment.application(),
        "Environment",
        deployment.environment(),
        "ManagedBy",
        "Meridian");
  }
}
