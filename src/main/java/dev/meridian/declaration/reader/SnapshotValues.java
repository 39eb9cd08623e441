package dev.meridian.declaration.reader;

import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The values of a snapshot. Messages never contain a value, because they end up in logs.
 *
 * @param outputs the snapshot; its own diagnostics are discarded because they quote values
 */
record SnapshotValues(YamlMapping outputs, Consumer<Diagnostic> diagnostics) {
  static final String WRITE_AGAIN = "write the snapshot again with ./meridian pin REGION";

  /**
   * The items of a list.
   *
   * @param form what each item is, such as {@code an IPv4 address}
   * @param one the word for one of them
   * @param several the word for several of them
   * @param needed how many the region has at least
   */
  record Items(String form, String one, String several, int needed) {}

  Optional<YamlNode> get(String output) {
    return outputs.get(output);
  }

  Optional<YamlNode> require(String output, String example) {
    Optional<YamlNode> value = get(output);
    if (value.isEmpty()) {
      report(outputs.whole(), output + " is missing", "write " + output + ": " + example);
    }
    return value;
  }

  /** The text as AWS spells it, not the form that {@code reader} returns. */
  Optional<String> checked(
      YamlNode value, Function<YamlNode, Optional<String>> reader, String form) {
    YamlNode quiet = new YamlNode(value.tree(), value.path(), diagnostic -> {});
    if (reader.apply(quiet).isEmpty()) {
      report(value, "is not " + form, WRITE_AGAIN);
      return Optional.empty();
    }
    return quiet.text();
  }

  List<String> list(YamlNode list, Function<YamlNode, Optional<String>> reader, Items kind) {
    if (!list.isList()) {
      report(list, "is not a list of " + kind.several(), WRITE_AGAIN);
      return List.of();
    }
    List<String> read = new ArrayList<>();
    for (YamlNode item : list.items()) {
      Optional<String> text = checked(item, reader, kind.form());
      if (text.isPresent() && read.contains(text.get())) {
        report(item, "is a duplicate " + kind.one(), WRITE_AGAIN);
      }
      text.ifPresent(read::add);
    }
    if (list.items().size() < kind.needed()) {
      report(
          list,
          "has " + list.items().size() + " of the region's " + kind.needed() + " " + kind.several(),
          WRITE_AGAIN);
    }
    return read;
  }

  private void report(YamlNode at, String what, String fix) {
    diagnostics.accept(new Diagnostic(at.at(), at.path().text(), what, fix));
  }
}
