package dev.meridian.cli;

/** Texts as words of a POSIX shell. */
final class ShellWord {
  private ShellWord() {}

  /** {@code text}, quoted where the shell would take it for something else. */
  static String of(Object text) {
    String word = text.toString();
    return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
