package dev.meridian.cli.option;

import dev.meridian.resolve.Interpretation;
import dev.meridian.resolve.Interpretation.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code --reading}: another reading of points that AWS's documentation leaves open. */
public final class ReadingOption {
  @Option(
      names = "--reading",
      split = ",",
      paramLabel = "READING",
      converter = ByWord.class,
      description =
          "Another reading of points that AWS's documentation leaves open, such as"
              + " negative-bias-until-2023; docs/resolve.md lists them.")
  private List<Reading> readings = new ArrayList<>();

  public Interpretation interpretation() {
    return readings.isEmpty()
        ? Interpretation.DOCUMENTED
        : new Interpretation(EnumSet.copyOf(readings));
  }

  /** The option as the user wrote it, after a space. */
  String arguments() {
    return readings.isEmpty()
        ? ""
        : " --reading " + readings.stream().map(Reading::word).collect(Collectors.joining(","));
  }

  static final class ByWord implements ITypeConverter<Reading> {
    @Override
    public Reading convert(String word) {
      return Arrays.stream(Reading.values())
          .filter(reading -> reading.word().equals(word))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException(problem(word)));
    }

    private static String problem(String word) {
      return Arrays.stream(Reading.values())
          .map(Reading::word)
          .collect(Collectors.joining(", ", "\"" + word + "\" is not a reading; use one of ", ""));
    }
  }
}
