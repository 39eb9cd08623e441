package dev.meridian.importing;

import dev.meridian.compile.GeneratedNames;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordData;
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
    return at(key, key);
  }

  /**
   * @param now the place of the group in the declaration
   */
  private boolean at(RrsetKey key, RrsetKey now) {
    Boolean found = known.get(key);
    if (found != null) {
      return found;
    }
    known.put(key, true); // Ends loops.
    boolean same =
        isSame(
            before.groups().getOrDefault(key, List.of()),
            after.groups().getOrDefault(now, List.of()));
    known.put(key, same);
    return same;
  }

  private boolean isSame(List<RecordSet> group, List<RecordSet> compiled) {
    Map<String, RecordSet> byIdentifier =
        compiled.stream()
            .collect(
                Collectors.toMap(SameRecords::identifier, record -> record, (one, other) -> one));
    return group.size() == compiled.size()
        && group.stream()
            .allMatch(
                record -> {
                  RecordSet other = byIdentifier.get(identifier(record));
                  return other != null && isSame(record, other);
                });
  }

  private static String identifier(RecordSet record) {
    return record.key().identifier().map(text -> "=" + text).orElse("");
  }

  private boolean isSame(RecordSet record, RecordSet compiled) {
    return record.policy().equals(compiled.policy())
        && isSameData(record, compiled)
        && isSame(record.healthCheckId(), compiled.healthCheckId());
  }

  private boolean isSameData(RecordSet record, RecordSet compiled) {
    if (record.data() instanceof RecordData.RecordAlias alias
        && compiled.data() instanceof RecordData.RecordAlias now) {
      RrsetKey target = new RrsetKey(alias.target(), record.type());
      return alias.evaluateTargetHealth() == now.evaluateTargetHealth()
          && isSameName(target, now.target())
          && at(target, new RrsetKey(now.target(), record.type()));
    }
    return record.data().equals(compiled.data());
  }

  /** Groups behind branches had names without the kind of their policy in earlier versions. */
  private boolean isSameName(RrsetKey target, DnsName now) {
    return target.name().equals(now)
        || before.groups().getOrDefault(target, List.of()).stream()
            .map(record -> record.policy().kind())
            .anyMatch(kind -> GeneratedNames.isEarlier(target.name(), now, kind));
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
