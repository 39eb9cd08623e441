package dev.meridian.trafficpolicy;

import dev.meridian.model.DnsName;
import dev.meridian.model.GeoproximityLocation;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Slug;
import dev.meridian.model.Value;
import dev.meridian.trafficpolicy.PolicyDocument.Branch;
import dev.meridian.trafficpolicy.PolicyDocument.Endpoint;
import dev.meridian.trafficpolicy.PolicyDocument.Reference;
import dev.meridian.trafficpolicy.PolicyDocument.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes the document of a traffic policy from the record sets that it replaces. */
public final class DocumentMaker {
  private static final RoutingPolicy.Failover.Role FIRST = RoutingPolicy.Failover.Role.PRIMARY;

  private final DnsName zone;
  private final Map<RrsetKey, List<RecordSet>> groups;
  private final Map<Value, String> names;
  private final Function<RecordData.ResourceAlias, Optional<EndpointType>> types;
  private final TreeMap<String, Endpoint> endpoints = new TreeMap<>();
  private final Map<RrsetKey, String> ids = new LinkedHashMap<>();
  private final TreeMap<String, Rule> rules = new TreeMap<>();
  private String first = "";

  /**
   * A document, and the record sets that it was made from.
   *
   * @param sources by the record set of the document's {@link Expansion}, the one that it replaces
   */
  public record Made(PolicyDocument document, Map<RecordKey, RecordKey> sources) {
    public Made {
      sources = Map.copyOf(sources);
    }
  }

  /**
   * @param groups all record sets of the zone
   * @param names preferred IDs of endpoints, by the value of their record set
   * @param types the type of an AWS resource; empty if a policy cannot contain it
   */
  public DocumentMaker(
      DnsName zone,
      Map<RrsetKey, List<RecordSet>> groups,
      Map<Value, String> names,
      Function<RecordData.ResourceAlias, Optional<EndpointType>> types) {
    this.zone = zone;
    this.groups = groups;
    this.names = names;
    this.types = types;
  }

  /**
   * The document for the record sets of a name and type.
   *
   * @throws InvalidValue if a document cannot express one of them
   */
  public Made make(RrsetKey root) {
    endpoints.clear();
    rules.clear();
    ids.clear();
    first = Expansion.first(root.name(), zone);
    List<RecordSet> top = groups.getOrDefault(root, List.of());
    boolean simple = top.size() == 1 && top.get(0).policy().kind() == PolicyKind.SIMPLE;
    Reference start = simple ? only(top.get(0)) : rule(root);
    PolicyDocument document = new PolicyDocument(root.type(), start, endpoints, rules);
    return new Made(document, sources(document, root, top));
  }

  private Map<RecordKey, RecordKey> sources(
      PolicyDocument document, RrsetKey root, List<RecordSet> top) {
    Expansion expansion = Expansion.of(document, root, zone, 0);
    Map<RecordKey, RecordKey> sources = new HashMap<>();
    Map<RrsetKey, List<RecordSet>> expanded = new HashMap<>();
    expansion
        .records()
        .forEach(one -> expanded.computeIfAbsent(one.group(), g -> new ArrayList<>()).add(one));
    if (!document.start().isRule()) {
      sources.put(expansion.records().get(0).key(), top.get(0).key());
    }
    ids.forEach(
        (group, id) -> {
          List<RecordSet> before = branches(group);
          List<RecordSet> after =
              expanded.getOrDefault(expansion.groups().getOrDefault(id, root), List.of());
          for (int i = 0; i < after.size(); i++) {
            sources.put(after.get(i).key(), before.get(i).key());
          }
        });
    return sources;
  }

  /** The endpoint that answers for the name itself. A document says nothing about its health. */
  private Reference only(RecordSet record) {
    boolean evaluated =
        record.data() instanceof RecordData.ResourceAlias alias && alias.evaluateTargetHealth();
    if (evaluated || record.healthCheckId().isPresent()) {
      throw new InvalidValue(
          "a traffic policy that starts at an endpoint does not evaluate its health",
          "remove its health check, and write evaluate-target-health: false");
    }
    return endpoint(record);
  }

  private Reference rule(RrsetKey group) {
    String known = ids.get(group);
    if (known != null) {
      return new Reference(known, true);
    }
    List<RecordSet> records = branches(group);
    if (records.isEmpty()) {
      throw new InvalidValue(
          "it needs the record sets of " + group + ", which do not exist", "create them");
    }
    String id = ids.isEmpty() ? first : id(group);
    ids.put(group, id);
    PolicyKind kind = records.get(0).policy().kind();
    if (kind == PolicyKind.SIMPLE) {
      throw new InvalidValue(
          "a traffic policy has no simple rule below another rule",
          "name the endpoint in the branch itself");
    }
    List<Branch> branches = new ArrayList<>();
    for (RecordSet record : records) {
      branches.add(branch(record));
    }
    rules.put(id, new Rule(kind, branches));
    return new Reference(id, true);
  }

  /** The record sets of a group. The roles of a failover rule have no order in a document. */
  private List<RecordSet> branches(RrsetKey group) {
    return groups.getOrDefault(group, List.of()).stream()
        .sorted(
            Comparator.comparing(
                record ->
                    record.policy() instanceof RoutingPolicy.Failover role ? role.role() : FIRST))
        .toList();
  }

  private String id(RrsetKey group) {
    String label = group.name().labels().get(0);
    return Slug.free(
        Slug.of(label.startsWith("_") ? label.substring(1) : label), ids::containsValue);
  }

  private Branch branch(RecordSet record) {
    if (record.policy().kind() == PolicyKind.IP_BASED
        || record.policy().kind() == PolicyKind.AZ_AFFINITY) {
      throw new InvalidValue(
          "a traffic policy has no " + record.policy().kind().keyword() + " rule",
          "use another policy, or records");
    }
    if (record.policy() instanceof RoutingPolicy.Geoproximity near
        && near.location() instanceof GeoproximityLocation.InLocalZoneGroup) {
      throw new InvalidValue(
          "a traffic policy in format 2015-10-01 has no Local Zones",
          "use a region or coordinates, or records");
    }
    Optional<RrsetKey> below = record.aliasTarget();
    Reference to = below.isPresent() ? rule(below.get()) : endpoint(record);
    Boolean health =
        record
            .data()
            .accept(
                new RecordData.Cases<Optional<Boolean>>() {
                  @Override
                  public Optional<Boolean> values(RecordData.Values data) {
                    return Optional.empty();
                  }

                  @Override
                  public Optional<Boolean> recordAlias(RecordData.RecordAlias data) {
                    return Optional.of(data.evaluateTargetHealth());
                  }

                  @Override
                  public Optional<Boolean> resourceAlias(RecordData.ResourceAlias data) {
                    return Optional.of(data.evaluateTargetHealth());
                  }
                })
            .orElse(null);
    return new Branch(record.policy(), to, health, record.healthCheck());
  }

  private Reference endpoint(RecordSet record) {
    Endpoint endpoint =
        record
            .data()
            .accept(
                new RecordData.Cases<Endpoint>() {
                  @Override
                  public Endpoint values(RecordData.Values data) {
                    if (data.values().size() > 1) {
                      throw new InvalidValue(
                          "an endpoint of a traffic policy has one value, not "
                              + data.values().size(),
                          "remove one-record-set, or use multivalue");
                    }
                    return new Endpoint(EndpointType.VALUE, data.values().get(0), null);
                  }

                  @Override
                  public Endpoint recordAlias(RecordData.RecordAlias data) {
                    throw new InvalidValue(
                        "a traffic policy cannot point to the record sets of " + data.target(),
                        "use " + data.target() + " instead");
                  }

                  @Override
                  public Endpoint resourceAlias(RecordData.ResourceAlias data) {
                    EndpointType type =
                        types
                            .apply(data)
                            .orElseThrow(
                                () ->
                                    new InvalidValue(
                                        data.dnsName() + " cannot be in a traffic policy",
                                        "use a load balancer, CloudFront, or records"));
                    return new Endpoint(type, data.dnsName(), data.zoneId());
                  }
                });
    return new Reference(endpointId(endpoint, record), false);
  }

  /** An endpoint that several branches use has one ID. */
  private String endpointId(Endpoint endpoint, RecordSet record) {
    for (Map.Entry<String, Endpoint> known : endpoints.entrySet()) {
      if (known.getValue().equals(endpoint)) {
        return known.getKey();
      }
    }
    String fallback = record.key().identifier().orElse(endpoint.value().toString());
    String id =
        Slug.free(Slug.of(names.getOrDefault(endpoint.value(), fallback)), endpoints::containsKey);
    endpoints.put(id, endpoint);
    return id;
  }
}
