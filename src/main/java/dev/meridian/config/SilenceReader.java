package dev.meridian.config;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code silence}, a list of lint ids. */
final class SilenceReader {

  private SilenceReader() {}

  static Set<String> read(Optional<Located> silence) {
    Set<String> ids = new TreeSet<>();
    silence.ifPresent(
        list ->
            list.items().forEach(item -> item.text().ifPresent(id -> ids.add(check(item, id)))));
    return ids;
  }

  private static String check(Located item, String id) {
    if (LintId.of(id).isEmpty()) {
      item.problem("there is no lint warning \"" + id + "\"", Choice.of(id, LintId.ids()));
    }
    return id;
  }
}
