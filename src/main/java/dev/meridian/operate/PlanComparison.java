package dev.meridian.operate;

import dev.meridian.model.CanonicalPlan;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares a declared plan with the actual one, field by field. */
public final class PlanComparison {
  private final List<Difference> differences = new ArrayList<>();

  private PlanComparison() {}

  /**
   * Returns the differences, sorted. Ignores order, letter case and equivalent spellings, and the
   * zone's own NS and SOA records. An output that was not replaced by its value counts as
   * different.
   */
  public static List<Difference> compare(RoutingPlan declared, RoutingPlan found) {
    PlanComparison comparison = new PlanComparison();
    comparison.compare(subjects(declared), subjects(found));
    Collections.sort(comparison.differences);
    return List.copyOf(comparison.differences);
  }

  private static SortedMap<String, SortedMap<String, String>> subjects(RoutingPlan plan) {
    RoutingPlan canonical = CanonicalPlan.of(plan);
    SortedMap<String, SortedMap<String, String>> subjects = new TreeMap<>();
    canonical.records().stream()
        .filter(
            record ->
                !record.name().equals(plan.zone())
                    || (record.type() != RecordType.NS && record.type() != RecordType.SOA))
        .forEach(record -> subjects.put("record " + record.key(), PlanFields.of(record)));
    // Without fields: only whether a policy or records answer can differ.
    canonical
        .policyRecords()
        .forEach(key -> subjects.put("traffic policy record " + key, new TreeMap<>()));
    canonical
        .healthChecks()
        .forEach(check -> subjects.put("health check " + check.id(), PlanFields.of(check)));
    canonical
        .cidrCollections()
        .forEach(
            collection ->
                subjects.put("CIDR collection " + collection.name(), PlanFields.of(collection)));
    return subjects;
  }

  private void compare(
      SortedMap<String, SortedMap<String, String>> declared,
      SortedMap<String, SortedMap<String, String>> found) {
    for (String subject : union(declared, found)) {
      if (!found.containsKey(subject)) {
        add(subject, Difference.PRESENCE, "present", Difference.ABSENT);
      } else if (!declared.containsKey(subject)) {
        add(subject, Difference.PRESENCE, Difference.ABSENT, "present");
      } else {
        fields(subject, declared.get(subject), found.get(subject));
      }
    }
  }

  private void fields(
      String subject, SortedMap<String, String> declared, SortedMap<String, String> found) {
    for (String field : union(declared, found)) {
      String expected = declared.getOrDefault(field, Difference.ABSENT);
      String actual = found.getOrDefault(field, Difference.ABSENT);
      if (!expected.equals(actual)) {
        add(subject, field, expected, actual);
      }
    }
  }

  private static <T> NavigableSet<String> union(SortedMap<String, T> a, SortedMap<String, T> b) {
    NavigableSet<String> names = new TreeSet<>(a.keySet());
    names.addAll(b.keySet());
    return names;
  }

  private void add(String subject, String field, String expected, String found) {
    differences.add(new Difference(subject, field, expected, found));
  }
}
