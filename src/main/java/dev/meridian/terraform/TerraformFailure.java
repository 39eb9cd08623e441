package dev.meridian.terraform;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why terraform could not do what it was asked, and what to do about it.
 *
 * @param stack the stack's name, as the user knows it
 * @param what one or two sentences that say what happened, beginning with the stack
 * @param nextStep what to do now
 * @param stateLock who holds the lock, for {@link Kind#STATE_LOCKED} alone
 * @param diagnostics what terraform said itself, errors only
 */
public record TerraformFailure(
    Kind kind,
    String stack,
    String what,
    String nextStep,
    @Nullable StateLock stateLock,
    List<TerraformDiagnostic> diagnostics) {

  /** The causes that have a next step of their own. */
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
