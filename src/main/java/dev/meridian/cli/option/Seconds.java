package dev.meridian.cli.option;

import dev.meridian.declaration.Drill;
import dev.meridian.declaration.value.SecondsReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Seconds, such as {@code 90}, {@code 90s}, or {@code 2m}, up to a day. */
public final class Seconds implements ITypeConverter<Integer> {
  private static final Pattern TEXT = Pattern.compile("([0-9]{1,5})([smh]?)");

  @Override
  public Integer convert(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (matcher.matches()) {
      long seconds = Long.parseLong(matcher.group(1)) * SecondsReader.unit(matcher.group(2));
      if (seconds <= Drill.MOST_SECONDS) {
        return (int) seconds;
      }
    }
    throw new TypeConversionException(
        "\"" + text + "\" is not a number of seconds up to a day; write one such as 90s or 2m");
  }
}
