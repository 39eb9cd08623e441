package dev.meridian.importing;

/** Route 53 has it, a declaration cannot say it; the message says what it is. */
final class NotExpressible extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotExpressible(String what) {
    super(what, null, false, false);
  }
}
