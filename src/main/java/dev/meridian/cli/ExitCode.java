package dev.meridian.cli;

/** The exit codes of all commands: no finding, a finding, bad input, or a failure. */
final class ExitCode {
  static final int FINE = 0;
  static final int FINDING = 1;
  static final int BAD_INPUT = 2;
  static final int OUR_FAULT = 3;

  private ExitCode() {}
}
