package dev.meridian.stacks;

import org.jspecify.annotations.Nullable;

/**
 * Whether CDKTF writes HCL. Texts are escaped for HCL, so a stack in JSON would be wrong. CDKTF
 * reads the variable in a separate process that inherits the environment. Java code cannot set it,
 * and {@code hclOutput(true)} in the app's configuration writes JSON into {@code cdk.tf}.
 */
final class HclMode {
  private static final String VARIABLE = "SYNTH_HCL_OUTPUT";

  private HclMode() {}

  /** Throws if CDKTF would write JSON. CDKTF's app accepts only {@code true}. */
  static void require() {
    require(System.getenv(VARIABLE));
  }

  static void require(@Nullable String value) {
    if (!"true".equals(value)) {
      throw new IllegalStateException(
          "Meridian's stacks need CDKTF's HCL output, and "
              + VARIABLE
              + (value == null ? " is not set" : " is \"" + value + "\"")
              + ". Set "
              + VARIABLE
              + "=true in the environment of this Java process, for example in the app command of"
              + " cdktf.json, or in environmentVariables of maven-surefire-plugin.");
    }
  }

  /**
   * Returns {@code name} if CDKTF writes HCL, and throws otherwise; an argument for {@code
   * super(…)}.
   */
  static String checked(String name) {
    require();
    return name;
  }
}
