package dev.meridian.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

  void missing(String subject) {
    differences.add(new Difference(subject, Difference.PRESENCE, "present", Difference.ABSENT));
  }

  void tooMany(String subject) {
    differences.add(new Difference(subject, Difference.PRESENCE, Difference.ABSENT, "present"));
  }
}
