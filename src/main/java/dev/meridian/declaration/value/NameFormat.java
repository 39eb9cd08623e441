package dev.meridian.declaration.value;

import dev.meridian.declaration.yaml.YamlNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form of names that become parts of stack names, record sets and resource ids. */
public final class NameFormat {
  /** The most characters. */
  public static final int MAX = 32;

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0," + (MAX - 1) + "}");

  private NameFormat() {}

  /** Whether {@code text} has the form. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  public static Optional<String> read(YamlNode value) {
    return value.text().filter(name -> check(value, name));
  }

  /** Whether {@code name}, which stands at {@code place}, has the form; if not, it is reported. */
  public static boolean check(YamlNode place, String name) {
    if (isOne(name)) {
      return true;
    }
    place.report(
        "\"" + name + "\" is not a usable name",
        "use 1 to 32 of a-z, 0-9 and -, beginning with a letter");
    return false;
  }
}
