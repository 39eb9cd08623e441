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
import java.util.function.UnaryOperator;

/**
 * The names that a declaration gives to its endpoints. Answers contain the addresses of an
 * endpoint, or the DNS name of its host or alias, but people use the declared name.
 */
public final class EndpointNames {
  /** What answers contain for a declared name, if it differs from the name. */
  private final SortedMap<String, List<String>> parts = new TreeMap<>();

  private final Map<String, String> shown = new HashMap<>();

  private EndpointNames() {}

  /**
   * The names of a declaration's endpoints.
   *
   * @param values by endpoint, see {@link dev.meridian.compile.CompiledPlan#endpoints}
   */
  static EndpointNames of(Map<String, List<Value>> values) {
    return applied(values, UnaryOperator.identity());
  }

  /**
   * The same after the declaration was applied, so that answers contain the values of outputs.
   *
   * @param outputs the value of an output, and every other value as it is
   */
  static EndpointNames applied(Map<String, List<Value>> values, UnaryOperator<Value> outputs) {
    EndpointNames names = new EndpointNames();
    values.forEach(
        (name, own) ->
            names.add(
                name,
                own.stream().map(outputs).map(OutageModel::of).distinct().toList(),
                own.stream().map(OutageModel::of).distinct().count() == 1));
    return names;
  }

  private void add(String name, List<String> answers, boolean single) {
    if (answers.equals(List.of(name))) {
      return;
    }
    parts.put(name, answers);
    answers.forEach(part -> shown.putIfAbsent(part, single ? name : name + " " + part));
  }

  /** The declared name of an endpoint in an answer, with the address if it has several. */
  public String shown(String endpoint) {
    return shown.getOrDefault(endpoint, endpoint);
  }

  /**
   * What answers contain for {@code word}: all parts of a declared endpoint; otherwise, the word.
   */
  List<String> parts(String word) {
    return parts.getOrDefault(word, List.of(word));
  }

  List<String> parts(Collection<String> words) {
    return words.stream().flatMap(word -> parts(word).stream()).toList();
  }

  /** The declared names of the endpoints in {@code answers}; those without a name stay. Sorted. */
  public SortedSet<String> among(SortedSet<String> answers) {
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
