package dev.meridian.edits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * One kind of edit, as a part of a declaration before and after it.
 *
 * @param group the heading of its table
 * @param title what is edited
 * @param stack the stack that the edit is made in, alone or with others; empty if it is one of the
 *     two that all other edits share
 * @param applies how many applies it needs; 0 if no number is enough
 * @param gone questions that the edit takes away on purpose, such as {@code www.example.com A}
 * @param refused a part of the error that the first apply ends with; empty if it succeeds
 * @param gap why clients can be without an answer; empty if they cannot
 * @param note for the table; can be empty
 */
record Edit(
    String group,
    String title,
    String stack,
    Map<String, Object> before,
    Map<String, Object> after,
    int applies,
    List<String> gone,
    String refused,
    String gap,
    String note) {
  private static final Path FILE = Path.of("src/test/resources/dev/meridian/edits/edits.yaml");

  /** The file with all edits. */
  record All(Map<String, Object> common, List<Edit> edits) {}

  static All read() throws IOException {
    Map<String, Object> file =
        map(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(FILE)));
    List<Edit> edits = new ArrayList<>();
    map(file.get("edits"))
        .forEach(
            (group, list) -> {
              for (Object one : (List<?>) list) {
                edits.add(of(group, map(one)));
              }
            });
    return new All(map(file.get("common")), edits);
  }

  private static Edit of(String group, Map<String, Object> one) {
    String refused = text(one, "refused");
    return new Edit(
        group,
        text(one, "edit"),
        text(one, "stack"),
        map(one.get("before")),
        map(one.get("after")),
        (Integer) one.getOrDefault("applies", refused.isEmpty() ? 1 : 0),
        ((List<?>) one.getOrDefault("gone", List.of())).stream().map(String.class::cast).toList(),
        refused,
        text(one, "gap"),
        text(one, "note"));
  }

  private static String text(Map<String, Object> one, String key) {
    return (String) one.getOrDefault(key, "");
  }

  @SuppressWarnings("unchecked") // the keys of every mapping in the file are texts
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  /** Whether Terraform makes the edit in one apply, and every question keeps its answer. */
  boolean isSmooth() {
    return refused.isEmpty() && gap.isEmpty();
  }

  /** A declaration with one side of each edit. */
  static String declaration(
      Map<String, Object> common, List<Edit> edits, Function<Edit, Map<String, Object>> side) {
    Map<String, Object> all = new TreeMap<>(common);
    for (Edit edit : edits) {
      side.apply(edit).forEach((key, part) -> all.merge(key, part, Edit::merged));
    }
    return new Dump(DumpSettings.builder().build()).dumpToString(all);
  }

  private static Object merged(Object value, Object part) {
    if (!(value instanceof Map) || !(part instanceof Map)) {
      return part;
    }
    Map<String, Object> merged = new TreeMap<>(map(value));
    merged.putAll(map(part));
    return merged;
  }

  /** The names in the zone that the edit is about, relative to the zone. */
  SortedSet<String> names() {
    SortedSet<String> names = keys("names");
    names.addAll(keys("records"));
    return names;
  }

  /** The beginnings of the names of the Terraform resources that the edit is about. */
  SortedSet<String> resources() {
    SortedSet<String> resources = new TreeSet<>();
    for (Map<String, Object> side : List.of(before, after)) {
      for (String section : side.keySet()) {
        section(side, section).keySet().forEach(key -> resources.add("." + key));
      }
    }
    return resources;
  }

  /** The regions that the edit uses, before or after it. */
  SortedSet<String> regions() {
    return keys("regions");
  }

  /** The CIDR collections that the edit uses, before or after it. */
  SortedSet<String> collections() {
    return keys("cidr-collections");
  }

  private SortedSet<String> keys(String section) {
    SortedSet<String> keys = new TreeSet<>();
    List.of(before, after).forEach(side -> keys.addAll(section(side, section).keySet()));
    return keys;
  }

  private static Map<String, Object> section(Map<String, Object> side, String section) {
    return side.get(section) instanceof Map<?, ?> part ? map(part) : Map.of();
  }
}
