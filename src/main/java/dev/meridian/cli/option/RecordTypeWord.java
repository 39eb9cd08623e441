package dev.meridian.cli.option;

import dev.meridian.model.InvalidValue;
import dev.meridian.model.RecordType;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a record type in upper or lower case. */
public final class RecordTypeWord implements ITypeConverter<RecordType> {
  private static final String ANY = "ANY";

  @Override
  public RecordType convert(String word) {
    String type = word.toUpperCase(Locale.ROOT);
    if (type.equals(ANY)) {
      throw new TypeConversionException(
          "ANY is not a record type, but a question about all of them, which servers may answer in"
              + " part (RFC 8482); ask for one type at a time");
    }
    try {
      return RecordType.of(type);
    } catch (InvalidValue e) {
      throw new TypeConversionException(e.what() + "; " + e.fix());
    }
  }
}
