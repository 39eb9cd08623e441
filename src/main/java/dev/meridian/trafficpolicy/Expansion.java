package dev.meridian.trafficpolicy;

import dev.meridian.model.DnsName;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Slug;
import dev.meridian.trafficpolicy.PolicyDocument.Branch;
import dev.meridian.trafficpolicy.PolicyDocument.Endpoint;
import dev.meridian.trafficpolicy.PolicyDocument.Reference;
import dev.meridian.trafficpolicy.PolicyDocument.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The record sets that a traffic policy instance answers with. Route 53 does not show the names of
 * the hidden groups or the set identifiers that it uses. So these are Meridian's own, which depend
 * only on the document and the name, and they are the same for a declaration and a live zone.
 */
public final class Expansion {
  private final PolicyDocument document;
  private final RrsetKey name;
  private final DnsName zone;
  private final long ttl;
  private final Map<String, RrsetKey> groups = new LinkedHashMap<>();
  private final List<RecordSet> records = new ArrayList<>();

  private Expansion(PolicyDocument document, RrsetKey name, DnsName zone, long ttl) {
    this.document = document;
    this.name = name;
    this.zone = zone;
    this.ttl = ttl;
  }

  /**
   * Expands a document.
   *
   * @param name the name and type of the instance; the type is the document's
   * @param zone the hosted zone's name
   * @param ttl of all record sets with values, in seconds
   * @throws InvalidValue if a rule refers to itself, or if Route 53 would refuse a record set
   */
  public static Expansion of(PolicyDocument document, RrsetKey name, DnsName zone, long ttl) {
    Expansion expansion = new Expansion(document, name, zone, ttl);
    Reference start = document.start();
    if (start.isRule()) {
      expansion.rule(start.id(), name, new HashSet<>());
    } else {
      Endpoint endpoint = expansion.endpoint(start);
      RecordKey key = new RecordKey(name, null);
      RecordData data = expansion.data(endpoint, false);
      expansion.records.add(new RecordSet(key, new RoutingPolicy.Simple(), data, null));
    }
    return expansion;
  }

  /** The record sets, with those of a rule in the order of its branches. */
  public List<RecordSet> records() {
    return List.copyOf(records);
  }

  /**
   * Checks that no other record sets have the name and type of one of these.
   *
   * @param records of an expansion
   * @param taken the names and types of the other record sets of the zone
   * @throws InvalidValue if one of them is also one of these
   */
  public static void requireFree(List<RecordSet> records, Set<RrsetKey> taken) {
    for (RecordSet record : records) {
      if (taken.contains(record.group())) {
        throw new InvalidValue(
            record.group().equals(records.get(0).group())
                ? "the zone has other record sets of " + record.group()
                : "its hidden record sets would have the name "
                    + record.name()
                    + ", like others of the zone",
            "rename one of the two");
      }
    }
  }

  /** The group of each rule that is used, by the rule's ID. */
  Map<String, RrsetKey> groups() {
    return groups;
  }

  private void rule(String id, RrsetKey group, Set<String> path) {
    if (path.contains(id)) {
      throw new InvalidValue("the rule " + id + " refers to itself", "remove the reference");
    }
    if (groups.putIfAbsent(id, group) != null) {
      return;
    }
    path.add(id);
    Rule rule = Objects.requireNonNull(document.rules().get(id), id);
    SetIdentifiers identifiers = new SetIdentifiers(id + "-");
    for (Branch branch : rule.branches()) {
      RecordKey key = new RecordKey(group, identifiers.of(branch));
      records.add(new RecordSet(key, branch.policy(), data(branch), branch.healthCheck()));
    }
    for (Branch branch : rule.branches()) {
      if (branch.to().isRule()) {
        rule(branch.to().id(), hidden(branch.to().id()), path);
      }
    }
    path.remove(id);
  }

  private RecordData data(Branch branch) {
    boolean health = branch.evaluatesTargetHealth().orElse(false);
    return branch.to().isRule()
        ? new RecordData.RecordAlias(hidden(branch.to().id()).name(), health)
        : data(endpoint(branch.to()), health);
  }

  private RecordData data(Endpoint endpoint, boolean health) {
    return endpoint.zoneId() == null
        ? new RecordData.Values(ttl, List.of(endpoint.value()))
        : new RecordData.ResourceAlias(endpoint.value(), endpoint.zoneId(), health);
  }

  private Endpoint endpoint(Reference to) {
    return Objects.requireNonNull(document.endpoints().get(to.id()), to.id());
  }

  /** {@code _<first label>-<rule>.<the name's other labels>}. */
  private RrsetKey hidden(String rule) {
    String first = first(name.name(), zone);
    String slug = Slug.of(rule);
    String label = slug.startsWith(first + "-") ? "_" + slug : "_" + first + "-" + slug;
    DnsName parent = name.name().equals(zone) ? zone : name.name().parent().orElse(zone);
    RrsetKey group = new RrsetKey(parent.child(Slug.fitted(label)), name.type());
    for (Map.Entry<String, RrsetKey> other : groups.entrySet()) {
      if (other.getValue().equals(group) && !other.getKey().equals(rule)) {
        throw new InvalidValue(
            "the IDs of the rules " + other.getKey() + " and " + rule + " are too similar",
            "rename one of them");
      }
    }
    return group;
  }

  /** The first label of {@code name} in the form in which hidden names and rules begin with it. */
  static String first(DnsName name, DnsName zone) {
    return Slug.of(name.equals(zone) ? "@" : name.labels().get(0));
  }
}
