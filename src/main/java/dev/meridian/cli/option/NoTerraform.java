package dev.meridian.cli.option;

import dev.meridian.terraform.TerraformBinary;
import java.util.Map;

/** Terraform is not installed. */
public final class NoTerraform extends Exception {
  private static final long serialVersionUID = 1L;

  private NoTerraform(String named) {
    super(
        named.isEmpty()
            ? "There is neither terraform nor tofu on the PATH. Install Terraform 1.5 or newer, or"
                + " name a program in TERRAFORM_BINARY_NAME."
            : "There is no program "
                + named
                + ", which TERRAFORM_BINARY_NAME names. Correct or"
                + " unset it.");
  }

  public static TerraformBinary find() throws NoTerraform {
    Map<String, String> environment = System.getenv();
    String named = environment.getOrDefault("TERRAFORM_BINARY_NAME", "");
    return TerraformBinary.find(environment).orElseThrow(() -> new NoTerraform(named));
  }
}
