package dev.meridian.cli.option;

import dev.meridian.model.ZoneKind;
import java.io.PrintWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code --zone-kind}: which of two zones with the same name. */
final class ZoneKindOption {
  @Option(
      names = "--zone-kind",
      paramLabel = "KIND",
      converter = ByWord.class,
      description =
          "public or private: which zone of a declaration with both, which zone to read if both have"
              + " the same name, and the kind of a zone that --zone-name names.")
  private @Nullable ZoneKind kind;

  /** Whether the user chose a kind. */
  boolean isGiven() {
    return kind != null;
  }

  /** The plan of the chosen zone of a declaration, and a note in {@code err} if it has two. */
  LoadedPlan declared(DeclarationOption.Loaded loaded, PrintWriter err) throws BadInput {
    LoadedPlan chosen = ZoneChoice.of(null, kind).declared(loaded);
    chosen.otherZone().ifPresent(err::println);
    return chosen;
  }

  ZoneChoice choice(@Nullable String zone) {
    return ZoneChoice.of(zone, kind);
  }

  /** The option as the user wrote it, after a space. */
  String arguments() {
    return kind == null ? "" : " --zone-kind " + ZoneChoice.word(kind);
  }

  static final class ByWord implements ITypeConverter<ZoneKind> {
    @Override
    public ZoneKind convert(String word) {
      return Arrays.stream(ZoneKind.values())
          .filter(kind -> ZoneChoice.word(kind).equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "\"" + word + "\" is not a kind of zone; use public or private"));
    }
  }
}
