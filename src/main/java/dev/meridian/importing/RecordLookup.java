package dev.meridian.importing;

import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A plan's record sets, looked up by name and type. */
record RecordLookup(
    DnsName zone,
    SortedMap<RrsetKey, List<RecordSet>> groups,
    Map<String, HealthCheck> checks,
    Set<RrsetKey> incomplete) {

  static RecordLookup of(RoutingPlan plan) {
    return new RecordLookup(plan.zone(), plan.groups(), plan.healthChecksById(), Set.of());
  }

  List<RecordSet> group(RrsetKey key) {
    List<RecordSet> group = groups.get(key);
    if (incomplete.contains(key)) {
      throw new NotExpressible(
          (group == null ? "the records of " : "one of the records of ")
              + key
              + " could not be read");
    }
    if (group == null) {
      throw new NotExpressible("an alias points to " + key + ", which does not exist");
    }
    return group;
  }

  HealthCheck check(String id) {
    HealthCheck check = checks.get(id);
    if (check == null) {
      throw new NotExpressible("the health check " + id + " is not known");
    }
    return check;
  }

  /** The texts of a record's values. */
  static List<String> texts(RecordSet record) {
    if (!(record.data() instanceof RecordData.Values values)) {
      throw new NotExpressible(record.key() + " mixes aliases with values");
    }
    return values.values().stream().map(RecordLookup::literal).toList();
  }

  /** The texts of a record's values, as they were written. */
  static List<String> spellings(RecordSet record) {
    if (!(record.data() instanceof RecordData.Values values)) {
      throw new NotExpressible(record.key() + " mixes aliases with values");
    }
    return values.values().stream().map(value -> known(value).spelling()).toList();
  }

  static String literal(Value value) {
    return known(value).text();
  }

  private static Value.Literal known(Value value) {
    if (value instanceof Value.Literal known) {
      return known;
    }
    throw new NotExpressible(knownAfterApply(value));
  }

  /** The reason why a value that is not a literal cannot be imported. */
  static String knownAfterApply(Value value) {
    return value
        + " is known only after apply"
        + (value instanceof Value.Reference ? "; import the state after apply instead" : "");
  }

  /**
   * One server of a group with one record per server.
   *
   * @param check the id of its health check; null for none
   */
  record Server(String address, @Nullable String check) {}

  /**
   * The servers of an endpoint with several addresses, as Meridian compiles it.
   *
   * @param prefix the part of every set identifier before the address
   */
  record Servers(String prefix, List<Server> servers) {}

  /** The servers at {@code key}, if all set identifiers end with their addresses. */
  Optional<Servers> servers(RrsetKey key) {
    List<RecordSet> group = group(key);
    String prefix = prefix(group.get(0)).orElse("");
    boolean alike =
        group.size() > 1
            && group.stream().allMatch(record -> prefix(record).filter(prefix::equals).isPresent());
    return alike && !prefix.isEmpty()
        ? Optional.of(
            new Servers(
                prefix,
                group.stream()
                    .map(record -> new Server(texts(record).get(0), record.healthCheck()))
                    .toList()))
        : Optional.empty();
  }

  /** The set identifier without its address; empty if it does not end with the only address. */
  static Optional<String> prefix(RecordSet record) {
    if (record.policy().kind() != PolicyKind.MULTIVALUE) {
      return Optional.empty();
    }
    List<String> texts = texts(record);
    String identifier = record.key().identifier().orElse("");
    String suffix = "-" + texts.get(0);
    return texts.size() == 1 && identifier.endsWith(suffix)
        ? Optional.of(identifier.substring(0, identifier.length() - suffix.length()))
        : Optional.empty();
  }
}
