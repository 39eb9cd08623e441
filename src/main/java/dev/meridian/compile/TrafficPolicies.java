package dev.meridian.compile;

import dev.meridian.catalog.Limits;
import dev.meridian.compile.rule.Subject;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.trafficpolicy.DocumentMaker;
import dev.meridian.trafficpolicy.DocumentTree;
import dev.meridian.trafficpolicy.EndpointType;
import dev.meridian.trafficpolicy.Expansion;
import dev.meridian.trafficpolicy.PolicyDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Replaces the records of names with {@code via: traffic-policy} by those that Route 53 creates
 * from their documents.
 */
final class TrafficPolicies {
  private final Deployment deployment;
  private final List<NameDeclaration> declared;
  private final PlanBuilder builder;
  private final DeclaredEndpoints endpoints;
  private final SortedMap<RrsetKey, PolicyDocument> documents = new TreeMap<>();

  TrafficPolicies(
      Deployment deployment,
      List<NameDeclaration> declared,
      PlanBuilder builder,
      DeclaredEndpoints endpoints) {
    this.deployment = deployment;
    this.declared = declared;
    this.builder = builder;
    this.endpoints = endpoints;
  }

  /** The document of each name and type that a traffic policy answers for. */
  SortedMap<RrsetKey, PolicyDocument> documents() {
    return documents;
  }

  /**
   * The plan with the record sets of the policies instead of those that they replace.
   *
   * @param plan without problems
   */
  RoutingPlan in(RoutingPlan plan) {
    SortedMap<RrsetKey, NameDeclaration> names = names(plan);
    if (names.isEmpty()) {
      return plan;
    }
    RoutingPlan marked = plan.withPolicyRecords(new TreeMap<>(names).navigableKeySet());
    DocumentMaker maker =
        new DocumentMaker(plan.zone(), plan.groups(), endpointNames(), this::type);
    List<RecordSet> records = new ArrayList<>(marked.withoutPolicyRecords().records());
    Map<RrsetKey, String> owners = new HashMap<>();
    records.forEach(record -> owners.put(record.group(), "the records at " + record.group()));
    names.forEach(
        (key, name) -> {
          Origin origin = new Origin(name.at(), name.path());
          builder
              .attempt(origin, () -> expanded(maker, key, name, origin))
              .ifPresent(
                  made -> {
                    made.stream()
                        .map(RecordSet::group)
                        .distinct()
                        .forEach(group -> own(group, name, origin, owners));
                    records.addAll(made);
                  });
        });
    return marked.with(records, plan.healthChecks(), plan.cidrCollections());
  }

  private SortedMap<RrsetKey, NameDeclaration> names(RoutingPlan plan) {
    Map<RrsetKey, List<RecordSet>> groups = plan.groups();
    SortedMap<RrsetKey, NameDeclaration> names = new TreeMap<>();
    for (NameDeclaration name : declared) {
      for (RecordType type : RecordType.ROUTED) {
        RrsetKey key = new RrsetKey(name.name(), type);
        boolean covered = type == RecordType.CNAME || name.covers(type);
        if (name.trafficPolicy() && covered && groups.containsKey(key)) {
          names.put(key, name);
        }
      }
    }
    return names;
  }

  private void own(
      RrsetKey group, NameDeclaration name, Origin origin, Map<RrsetKey, String> owners) {
    String owner = owners.putIfAbsent(group, "the traffic policy of " + name.label());
    if (owner != null) {
      builder.problem(
          origin,
          "its hidden record sets would have the name " + group.name() + ", like " + owner,
          "rename one of the two");
    }
  }

  private List<RecordSet> expanded(
      DocumentMaker maker, RrsetKey key, NameDeclaration name, Origin origin) {
    DocumentMaker.Made made = maker.make(key);
    PolicyDocument document = made.document();
    long length =
        DocumentTree.length(
            new DocumentTree(Value::toString, Function.identity(), UnaryOperator.identity())
                .of(document));
    if (length > Limits.POLICY_DOCUMENT_CHARACTERS) {
      builder.problem(
          origin,
          "the traffic policy would have "
              + length
              + " characters, more than "
              + Limits.POLICY_DOCUMENT_CHARACTERS,
          "use fewer branches, or remove via");
    }
    documents.put(key, document);
    List<RecordSet> records =
        Expansion.of(document, key, deployment.zoneName(), name.ttl()).records();
    Origins origins = builder.origins();
    for (RecordSet record : records) {
      RecordKey source = made.sources().get(record.key());
      if (source != null) {
        origins
            .of(source)
            .ifPresent(found -> builder.setOrigin(new Subject.OfRecord(record.key()), found));
        origins
            .of(source.group())
            .ifPresent(found -> builder.setOrigin(new Subject.OfGroup(record.group()), found));
      }
    }
    return records;
  }

  /**
   * Endpoints in a document have the names that they have in the declaration. If one has several
   * addresses of a type, these are numbered, because a document is for one type.
   */
  private Map<Value, String> endpointNames() {
    Map<Value, String> names = new HashMap<>();
    endpoints
        .values()
        .forEach(
            (name, values) -> {
              Map<Boolean, List<Value>> addresses =
                  values.stream()
                      .filter(value -> !isAlias(name, value, values))
                      .collect(Collectors.partitioningBy(TrafficPolicies::isIpv6));
              boolean alias = values.stream().anyMatch(value -> isAlias(name, value, values));
              if (alias) {
                names.putIfAbsent(values.get(0), name);
              }
              addresses
                  .values()
                  .forEach(
                      some -> {
                        boolean only = some.size() == 1 && !alias;
                        for (int i = 0; i < some.size(); i++) {
                          names.putIfAbsent(some.get(i), only ? name : name + "-" + (i + 1));
                        }
                      });
            });
    return names;
  }

  private static boolean isIpv6(Value value) {
    return value instanceof Value.Literal literal && literal.text().contains(":");
  }

  /** The first value of a region is its load balancer; the others are its static addresses. */
  private boolean isAlias(String name, Value value, List<Value> values) {
    return deployment.regions().containsKey(name) && value.equals(values.get(0));
  }

  private Optional<EndpointType> type(RecordData.ResourceAlias alias) {
    boolean region = alias.dnsName().heldBy().filter(deployment.regions()::containsKey).isPresent();
    return TrafficPolicyCheck.type(region, alias.dnsName(), alias.zoneId());
  }
}
