package dev.meridian.rehearse;

/** A rehearsal did not begin, and nothing was changed. The fix says what to do. */
public final class RehearsalRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final String fix;

  RehearsalRefused(String what, String fix) {
    super(what);
    this.fix = fix;
  }

  public String fix() {
    return fix;
  }
}
