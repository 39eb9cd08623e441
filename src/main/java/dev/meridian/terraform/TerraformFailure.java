package dev.meridian.terraform;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a Terraform command failed, and what to do about it.
 *
 * @param stack the stack's name
 * @param what one or two sentences about what happened, beginning with the stack
 * @param nextStep what the user can do
 * @param stateLock who holds the lock; only for {@link Kind#STATE_LOCKED}
 * @param diagnostics Terraform's own errors
 */
public record TerraformFailure(
    Kind kind,
    String stack,
    String what,
    String nextStep,
    @Nullable StateLock stateLock,
    List<TerraformDiagnostic> diagnostics) {

  /** The causes that have their own next step. */
  public enum Kind {
    CREDENTIALS_REFUSED,
    PROVIDER_UNAVAILABLE,
    NOT_INITIALIZED,
    STATE_LOCKED,
    REMOTE_OUTPUT_MISSING,
    REMOTE_STATE_MISSING,
    STATE_STORE_MISSING,
    DISK_FULL,
    ENDPOINT_UNREACHABLE,
    INTERRUPTED,
    /** Terraform was killed or crashed: it may have left a lock and an incomplete state. */
    KILLED,
    OTHER
  }

  public TerraformFailure {
    diagnostics = List.copyOf(diagnostics);
  }

  public Optional<StateLock> lock() {
    return Optional.ofNullable(stateLock);
  }

  /** One paragraph: what happened to which stack, and the next step. */
  public String message() {
    return what + " " + nextStep;
  }
}
