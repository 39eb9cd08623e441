package dev.meridian.cli.option;

/** Quotes text for a POSIX shell. */
public final class ShellWord {
  private ShellWord() {}

  /** {@code text} as one word, in quotes if the shell needs them. */
  public static String of(Object text) {
    String word = text.toString();
    return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
