package dev.meridian.importing;

/** A declaration cannot express something that Route 53 has. The message says what. */
final class NotExpressible extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotExpressible(String what) {
    super(what, null, false, false);
  }
}
