package dev.meridian.importing;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares the record sets of a plan with those of its declaration, both in canonical form. */
final class SameRecords {
  private final RecordLookup before;
  private final RecordLookup after;
  private final AnswerSignature checksBefore;
  private final AnswerSignature checksAfter;
  private final Map<RrsetKey, Boolean> known = new HashMap<>();

  SameRecords(RecordLookup before, RecordLookup after) {
    this.before = before;
    this.after = after;
    this.checksBefore = new AnswerSignature(before);
    this.checksAfter = new AnswerSignature(after);
  }

  /**
   * Whether the record sets of a name, and of all names behind its aliases, are the same: their set
   * identifiers, policies, data, and health checks.
   */
  boolean at(DnsName name, Collection<RecordType> types) {
    return types.stream().allMatch(type -> at(new RrsetKey(name, type)));
  }

  private boolean at(RrsetKey key) {
    Boolean found = known.get(key);
    if (found != null) {
      return found;
    }
    known.put(key, true); // Ends loops.
    List<RecordSet> group = before.groups().getOrDefault(key, List.of());
    boolean same =
        isSame(group, after.groups().getOrDefault(key, List.of()))
            && group.stream().flatMap(record -> record.aliasTarget().stream()).allMatch(this::at);
    known.put(key, same);
    return same;
  }

  private boolean isSame(List<RecordSet> group, List<RecordSet> compiled) {
    Map<String, RecordSet> byIdentifier =
        compiled.stream()
            .collect(
                Collectors.toMap(
                    record -> record.key().toString(), record -> record, (one, other) -> one));
    return group.size() == compiled.size()
        && group.stream()
            .allMatch(
                record -> {
                  RecordSet other = byIdentifier.get(record.key().toString());
                  return other != null && isSame(record, other);
                });
  }

  private boolean isSame(RecordSet record, RecordSet compiled) {
    return record.policy().equals(compiled.policy())
        && record.data().equals(compiled.data())
        && isSame(record.healthCheckId(), compiled.healthCheckId());
  }

  private boolean isSame(Optional<String> check, Optional<String> compiled) {
    if (check.isEmpty() || compiled.isEmpty()) {
      return check.isEmpty() && compiled.isEmpty();
    }
    boolean named = HealthCheckNames.isTag(check.get());
    return (!named || check.equals(compiled))
        && checksBefore.check(check.get()).equals(checksAfter.check(compiled.get()));
  }

  /** Whether the declaration has a health check with the same name and the same settings. */
  boolean hasCheck(String id) {
    return after.checks().containsKey(id) && checksBefore.check(id).equals(checksAfter.check(id));
  }
}
