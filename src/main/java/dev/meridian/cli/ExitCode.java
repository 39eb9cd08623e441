package dev.meridian.cli;

/** What a command tells the shell. */
final class ExitCode {
  static final int FINE = 0;
  static final int FINDING = 1;
  static final int BAD_INPUT = 2;
  static final int OUR_FAULT = 3;

  private ExitCode() {}
}
