package dev.meridian.declaration;

/** An application in an environment; the two together name a deployment. */
public record DeploymentName(String application, String environment) {

  /** The first part of the names of stacks, states, and resources in AWS. */
  public String prefix() {
    return application + "-" + environment;
  }

  /** How messages name the deployment. */
  public String phrase() {
    return "application \"" + application + "\" in environment \"" + environment + "\"";
  }
}
