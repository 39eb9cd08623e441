package dev.meridian.cli.option;

/** Texts as words of a POSIX shell. */
public final class ShellWord {
  private ShellWord() {}

  /** {@code text}, quoted where the shell would take it for something else. */
  public static String of(Object text) {
    String word = text.toString();
    return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
