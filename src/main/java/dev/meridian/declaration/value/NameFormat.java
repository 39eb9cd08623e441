package dev.meridian.declaration.value;

import dev.meridian.declaration.yaml.YamlNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form of names that become part of stack names, record sets, and resource IDs. */
public final class NameFormat {
  /** The maximum length in characters. */
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

  /** Whether {@code name} has the form. If not, reports it at {@code place}. */
  public static boolean check(YamlNode place, String name) {
    if (isOne(name)) {
      return true;
    }
    place.report(
        "\"" + name + "\" is not a valid name",
        "use 1 to 32 characters: a-z, 0-9 and -, starting with a letter");
    return false;
  }
}
