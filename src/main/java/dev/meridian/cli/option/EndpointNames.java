package dev.meridian.cli.option;

import dev.meridian.model.Value;
import dev.meridian.resolve.OutageModel;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names a declaration gives to its endpoints. In answers an endpoint with addresses of its own
 * is each of them, one with a host or an alias is that DNS name; people call them by their names.
 */
public final class EndpointNames {
  /** By declared name, for those that answers call otherwise. */
  private final SortedMap<String, List<String>> parts = new TreeMap<>();

  private final Map<String, String> shown = new HashMap<>();

  private EndpointNames() {}

  /**
   * The names of a declaration's endpoints.
   *
   * @param values by endpoint, see {@link dev.meridian.compile.CompiledPlan#endpoints}
   */
  static EndpointNames of(Map<String, List<Value>> values) {
    EndpointNames names = new EndpointNames();
    values.forEach(
        (name, own) -> names.add(name, own.stream().map(OutageModel::of).distinct().toList()));
    return names;
  }

  private void add(String name, List<String> answers) {
    if (answers.equals(List.of(name))) {
      return;
    }
    parts.put(name, answers);
    boolean single = answers.size() == 1;
    answers.forEach(part -> shown.putIfAbsent(part, single ? name : name + " " + part));
  }

  /** The declared name of what an answer leads to, with the address if there are several. */
  public String shown(String endpoint) {
    return shown.getOrDefault(endpoint, endpoint);
  }

  /** What goes by {@code word} in answers: all parts of a declared endpoint, else the word. */
  List<String> parts(String word) {
    return parts.getOrDefault(word, List.of(word));
  }

  List<String> parts(Collection<String> words) {
    return words.stream().flatMap(word -> parts(word).stream()).toList();
  }

  /** What people may call the endpoints among {@code answers}, sorted. */
  SortedSet<String> among(SortedSet<String> answers) {
    SortedSet<String> words = new TreeSet<>(answers);
    parts.forEach(
        (name, own) -> {
          if (words.removeAll(own)) {
            words.add(name);
          }
        });
    return Collections.unmodifiableSortedSet(words);
  }
}
