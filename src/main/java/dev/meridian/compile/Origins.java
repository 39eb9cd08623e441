package dev.meridian.compile;

import dev.meridian.compile.rule.Subject;
import dev.meridian.diagnostic.KeyPath;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RrsetKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Where the parts of a plan were declared, as far as that is known. */
public final class Origins {
  /** For plans without a file, such as those of live zones. */
  public static final Origins NONE = new Origins(Map.of());

  private final Map<Subject, Origin> bySubject;

  Origins(Map<Subject, Origin> bySubject) {
    this.bySubject = Map.copyOf(bySubject);
  }

  /** The same origins, and those of health checks by their IDs. */
  public Origins withHealthChecks(Map<String, Origin> checks) {
    Map<Subject, Origin> all = new HashMap<>(bySubject);
    checks.forEach((id, origin) -> all.put(new Subject.OfHealthCheck(id), origin));
    return new Origins(all);
  }

  /** The same origins with other paths. */
  Origins withPaths(UnaryOperator<KeyPath> paths) {
    Map<Subject, Origin> all = new HashMap<>();
    bySubject.forEach(
        (subject, origin) -> all.put(subject, new Origin(origin.at(), paths.apply(origin.path()))));
    return new Origins(all);
  }

  /**
   * The origins of a plan that was read from Terraform documents. The policy of a name has an
   * origin only if the name has a single record set: several are resources of their own, and none
   * of them declares the policy.
   */
  public static Origins ofRecords(Map<RecordKey, Origin> records) {
    Map<Subject, Origin> all = new HashMap<>();
    Map<RrsetKey, Set<Origin>> groups = new HashMap<>();
    records.forEach(
        (key, origin) -> {
          all.put(new Subject.OfRecord(key), origin);
          groups.computeIfAbsent(key.group(), group -> new HashSet<>()).add(origin);
        });
    groups.forEach(
        (key, origins) -> {
          if (origins.size() == 1) {
            all.put(new Subject.OfGroup(key), origins.iterator().next());
          }
        });
    return new Origins(all);
  }

  /** The branch or endpoint that a record set was compiled from. */
  public Optional<Origin> of(RecordKey record) {
    return of(new Subject.OfRecord(record));
  }

  /** The policy that the record sets of one name and type were compiled from. */
  public Optional<Origin> of(RrsetKey group) {
    return of(new Subject.OfGroup(group));
  }

  /** What declares the health check with this id. */
  public Optional<Origin> ofHealthCheck(String id) {
    return of(new Subject.OfHealthCheck(id));
  }

  Optional<Origin> of(Subject subject) {
    return Optional.ofNullable(bySubject.get(subject));
  }
}
