package dev.meridian.terraform;

import java.util.List;
import java.util.stream.Collectors;

/** Terraform failed on one or more stacks; the message names each with its next step. */
public final class StacksFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<TerraformFailure> failures;

  public StacksFailed(List<TerraformFailure> failures) {
    super(failures.stream().map(TerraformFailure::message).collect(Collectors.joining("\n")));
    this.failures = List.copyOf(failures);
  }

  public List<TerraformFailure> failures() {
    return failures;
  }

  /**
   * Whether, according to Terraform, the declaration is the cause, and not the machine, the
   * network, credentials or an interruption.
   */
  public boolean isFinding() {
    return failures.stream()
        .allMatch(
            failure ->
                switch (failure.kind()) {
                  case OTHER, REMOTE_OUTPUT_MISSING, REMOTE_STATE_MISSING -> true;
                  case CREDENTIALS_REFUSED,
                      PROVIDER_UNAVAILABLE,
                      NOT_INITIALIZED,
                      STATE_LOCKED,
                      STATE_STORE_MISSING,
                      DISK_FULL,
                      ENDPOINT_UNREACHABLE,
                      INTERRUPTED,
                      KILLED ->
                      false;
                });
  }
}
