package dev.meridian.compile;

import dev.meridian.compile.rule.Subject;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The part of a plan that has been compiled so far: records, their origins, and problems. */
final class PlanBuilder {
  private final List<RecordSet> records = new ArrayList<>();
  private final EarlierNames.Builder earlier = new EarlierNames.Builder();
  private final Map<Subject, Origin> origins = new HashMap<>();
  private final Set<Diagnostic> problems = new LinkedHashSet<>();

  /** Adds the record that {@code maker} creates, or the reason why it cannot. */
  void record(Origin origin, Supplier<RecordSet> maker) {
    attempt(origin, maker)
        .ifPresent(
            made -> {
              records.add(made);
              setOrigin(new Subject.OfRecord(made.key()), origin);
            });
  }

  /** The same for a record that had other keys earlier, oldest first. */
  void record(Origin origin, Supplier<RecordSet> maker, RecordKey key, List<RecordKey> before) {
    record(origin, maker);
    earlier.record(key, before);
  }

  /** What {@code maker} creates; if the model refuses it, adds a problem at {@code origin}. */
  <T> Optional<T> attempt(Origin origin, Supplier<T> maker) {
    try {
      return Optional.of(maker.get());
    } catch (InvalidValue e) {
      problem(origin, e.what(), e.fix());
      return Optional.empty();
    }
  }

  void setOrigin(Subject subject, Origin origin) {
    origins.putIfAbsent(subject, origin);
  }

  /** Adds a problem once, even if a name's A and AAAA records both have it. */
  void problem(Origin origin, String what, String fix) {
    problems.add(origin.problem(what, fix));
  }

  EarlierNames.Builder earlier() {
    return earlier;
  }

  List<RecordSet> records() {
    return records;
  }

  Origins origins() {
    return new Origins(origins);
  }

  Collection<Diagnostic> problems() {
    return problems;
  }
}
