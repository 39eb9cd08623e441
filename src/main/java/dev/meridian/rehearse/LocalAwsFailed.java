package dev.meridian.rehearse;

/** The local AWS did not start, or has ended. The message says why, and what to do next. */
public final class LocalAwsFailed extends Exception {
  private static final long serialVersionUID = 1L;

  LocalAwsFailed(String message) {
    super(message);
  }
}
