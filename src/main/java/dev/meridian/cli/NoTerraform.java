package dev.meridian.cli;

import dev.meridian.terraform.TerraformBinary;

/** There is no terraform to run. */
final class NoTerraform extends Exception {
  private static final long serialVersionUID = 1L;

  private NoTerraform() {
    super(
        "There is neither terraform nor tofu on the PATH. Install Terraform 1.5 or newer, or name"
            + " a program in TERRAFORM_BINARY_NAME.");
  }

  static TerraformBinary find() throws NoTerraform {
    return TerraformBinary.find(System.getenv()).orElseThrow(NoTerraform::new);
  }
}
