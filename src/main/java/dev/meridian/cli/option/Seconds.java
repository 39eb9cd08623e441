package dev.meridian.cli.option;

import dev.meridian.declaration.Drill;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Seconds, such as {@code 90}, {@code 90s}, or {@code 2m}, up to a day. */
final class Seconds implements ITypeConverter<Integer> {
  private static final Pattern TEXT = Pattern.compile("([0-9]{1,5})([smh]?)");
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  @Override
  public Integer convert(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (matcher.matches()) {
      int unit =
          switch (matcher.group(2)) {
            case "h" -> HOUR;
            case "m" -> MINUTE;
            default -> 1;
          };
      long seconds = Long.parseLong(matcher.group(1)) * unit;
      if (seconds <= Drill.MOST_SECONDS) {
        return (int) seconds;
      }
    }
    throw new TypeConversionException(
        "\"" + text + "\" is not a number of seconds up to a day; write one such as 90s or 2m");
  }
}
