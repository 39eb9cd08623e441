package dev.meridian.declaration.reader;

import dev.meridian.declaration.LintId;
import dev.meridian.declaration.yaml.Suggestions;
import dev.meridian.declaration.yaml.YamlNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code silence}, a list of lint ids. */
final class SilenceReader {

  private SilenceReader() {}

  static Set<String> read(Optional<YamlNode> silence) {
    Set<String> ids = new TreeSet<>();
    silence.ifPresent(
        list ->
            list.items().forEach(item -> item.text().ifPresent(id -> ids.add(check(item, id)))));
    return ids;
  }

  private static String check(YamlNode item, String id) {
    if (LintId.of(id).isEmpty()) {
      item.report("there is no lint warning \"" + id + "\"", Suggestions.of(id, LintId.ids()));
    }
    return id;
  }
}
