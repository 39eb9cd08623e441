package dev.meridian.declaration.value;

import dev.meridian.declaration.yaml.YamlNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a number of seconds, also with a unit, as on the command line: {@code 90s}, {@code 2m}. */
public final class SecondsReader {
  private static final Pattern WITH_UNIT = Pattern.compile("([0-9]{1,6})([smh])");

  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  private SecondsReader() {}

  /**
   * The seconds, or empty after a problem.
   *
   * @param key for messages, such as {@code duration}
   * @param example seconds within the range, for the fix
   */
  public static Optional<Integer> read(
      YamlNode value, String key, int least, int most, int example) {
    String fix = "write seconds, such as " + example;
    return seconds(value, fix)
        .flatMap(
            n ->
                n < least || n > most
                    ? value.refuse(key + " " + n + " is outside " + least + ".." + most, fix)
                    : Optional.of(n.intValue()));
  }

  private static Optional<Long> seconds(YamlNode value, String fix) {
    if (!value.isText()) {
      return value.isInteger()
          ? value.integer().map(Integer::longValue)
          : value.wrong("a number of seconds", fix);
    }
    Matcher matcher = WITH_UNIT.matcher(value.text().orElse(""));
    if (!matcher.matches()) {
      return value.wrong("a number of seconds", fix);
    }
    return Optional.of(Long.parseLong(matcher.group(1)) * unit(matcher.group(2)));
  }

  /** The seconds of a unit: s, m, or h; without one, 1. */
  public static int unit(String letter) {
    return switch (letter) {
      case "h" -> HOUR;
      case "m" -> MINUTE;
      default -> 1;
    };
  }
}
