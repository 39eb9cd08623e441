package dev.meridian.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares fields, and collects the differences. */
final class FieldComparison {
  private final List<Difference> differences = new ArrayList<>();

  List<Difference> differences() {
    return List.copyOf(differences);
  }

  void expect(String subject, String field, Object expected, Object found) {
    if (!expected.toString().equals(found.toString())) {
      differences.add(new Difference(subject, field, expected.toString(), found.toString()));
    }
  }

  /** Compares every field of {@code expected}, and ignores other fields of {@code found}. */
  void expect(String subject, Map<String, String> expected, Map<String, String> found) {
    expected.forEach(
        (field, value) ->
            expect(subject, field, value, found.getOrDefault(field, Difference.ABSENT)));
  }

  /** Compares two sets; each element is a subject after {@code prefix}. */
  void expectAll(String prefix, Set<String> expected, Set<String> found) {
    for (String one : expected) {
      if (!found.contains(one)) {
        missing(prefix + one);
      }
    }
    for (String one : found) {
      if (!expected.contains(one)) {
        tooMany(prefix + one);
      }
    }
  }

  void missing(String subject) {
    differences.add(new Difference(subject, Difference.PRESENCE, "present", Difference.ABSENT));
  }

  void tooMany(String subject) {
    differences.add(new Difference(subject, Difference.PRESENCE, Difference.ABSENT, "present"));
  }
}
