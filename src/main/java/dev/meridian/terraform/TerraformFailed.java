package dev.meridian.terraform;

/** A Terraform command failed; {@link #failure()} says why. */
public final class TerraformFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient TerraformFailure failure;

  public TerraformFailed(TerraformFailure failure) {
    super(failure.message());
    this.failure = failure;
  }

  public TerraformFailure failure() {
    return failure;
  }
}
