package dev.meridian.rehearse;

/** The local AWS did not start, or has ended; the message says why and the next step. */
public final class LocalAwsFailed extends Exception {
  private static final long serialVersionUID = 1L;

  LocalAwsFailed(String message) {
    super(message);
  }
}
