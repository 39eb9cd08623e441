package dev.meridian.stacks.hcl;

/** Finds where tokens of HCL end. */
record HclScanner(String text) {

  /** The position after the quoted string that opens at {@code start}. */
  int afterString(int start) {
    int at = start + 1;
    while (text.charAt(at) != '"') {
      if (text.charAt(at) == '\\') {
        at += 2;
      } else if (text.startsWith("$${", at) || text.startsWith("%%{", at)) {
        at += 3;
      } else if (text.startsWith("${", at) || text.startsWith("%{", at)) {
        at = afterTemplate(at);
      } else {
        at++;
      }
    }
    return at + 1;
  }

  /** The position after the template sequence, such as <code>${…}</code>, that opens here. */
  int afterTemplate(int start) {
    int at = start + 2;
    for (int depth = 1; depth > 0; ) {
      char c = text.charAt(at);
      if (c == '"') {
        at = afterString(at);
      } else {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        at++;
      }
    }
    return at;
  }

  int afterWord(int start) {
    int at = start;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The end of an unquoted value on one line. */
  int afterPlain(int start) {
    int at = start;
    while (at < text.length() && "\n,]}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** {@code "${x}"} is written {@code x}, as {@code terraform fmt} does. */
  static String unwrapped(String string) {
    boolean template = string.startsWith("\"${") && string.endsWith("}\"");
    if (template && new HclScanner(string).afterTemplate(1) == string.length() - 1) {
      return string.substring(3, string.length() - 2);
    }
    return string;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }
}
