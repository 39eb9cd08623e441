package dev.meridian.cli;

import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.LoadedPlan;
import dev.meridian.compile.CompiledPlan;
import dev.meridian.compile.Compiler;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.KeyPath;
import dev.meridian.diagnostic.Origin;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.DnsName;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.model.ZoneKind;
import dev.meridian.trafficpolicy.DocumentMaker;
import dev.meridian.trafficpolicy.DocumentTree;
import dev.meridian.trafficpolicy.EndpointType;
import dev.meridian.trafficpolicy.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The document of a traffic policy for one name and type.
 *
 * @param tree the document as maps, lists, texts, and Booleans
 * @param missing what the document needs and is known only after apply, in lines for people; if
 *     there is anything, the tree must not be written
 */
record ExportedPolicy(Map<String, Object> tree, List<String> missing) {
  /** What decides which record sets are exported: {@link #key}, and the types before it. */
  static List<RrsetKey> candidates(RoutingPlan plan, DnsName name, @Nullable RecordType type) {
    List<RrsetKey> candidates = new ArrayList<>();
    for (RecordType one : type == null ? RecordType.ROUTED : List.of(type)) {
      RrsetKey key = new RrsetKey(name, one);
      candidates.add(key);
      if (plan.groups().containsKey(key)) {
        break;
      }
    }
    return candidates;
  }

  /**
   * The record sets to export.
   *
   * @param type null for the first type that the name has
   * @throws BadInput if there are none
   */
  static RrsetKey key(LoadedPlan found, DnsName name, @Nullable RecordType type) throws BadInput {
    Set<RrsetKey> known = found.plan().groups().keySet();
    List<RrsetKey> own =
        RecordType.ROUTED.stream()
            .map(one -> new RrsetKey(name, one))
            .filter(known::contains)
            .toList();
    for (RrsetKey key : own) {
      if (type == null || key.type() == type) {
        return key;
      }
    }
    Diagnostic problem =
        new Diagnostic(
            SourceLocation.wholeFile(found.name()),
            "",
            name + " has no " + (type == null ? "A, AAAA, or CNAME" : type) + " records",
            own.isEmpty()
                ? "name one that has"
                : own.stream()
                    .map(key -> key.type().name())
                    .collect(Collectors.joining(" or ", "use --type ", "")));
    throw new BadInput(List.of(problem));
  }

  /**
   * The document of {@code key}.
   *
   * @throws BadInput with everything that a document cannot express
   */
  static ExportedPolicy of(LoadedPlan found, RrsetKey key) throws BadInput {
    DeclarationOption.Loaded declared = found.declared();
    PolicyDocument document = declared == null ? readBack(found, key) : declared(declared, key);
    Map<String, String> ids = found.source().healthCheckIds();
    SortedSet<String> missing = new TreeSet<>();
    document
        .endpoints()
        .forEach(
            (id, endpoint) -> {
              if (!(endpoint.value() instanceof Value.Literal)) {
                missing.add(
                    "endpoint " + id + ": " + endpoint.value() + " is known only after apply");
              }
            });
    for (String check : document.healthChecks()) {
      if (!ids.containsKey(check)) {
        missing.add("health check " + check + ": its ID is known only after apply");
      }
    }
    DocumentTree tree =
        new DocumentTree(Value::toString, id -> ids.getOrDefault(id, id), UnaryOperator.identity());
    return new ExportedPolicy(tree.of(document), List.copyOf(missing));
  }

  private static PolicyDocument declared(DeclarationOption.Loaded declared, RrsetKey key)
      throws BadInput {
    CompiledPlan compiled = Compiler.withTrafficPolicy(declared.deployment(), key);
    if (!compiled.problems().isEmpty()) {
      throw new BadInput(compiled.problems());
    }
    PolicyDocument document = compiled.documents().get(key);
    if (document == null) {
      throw new BadInput(
          List.of(
              new Diagnostic(
                  SourceLocation.wholeFile(declared.file().toString()),
                  "",
                  key + " is not one of the names with a policy",
                  "use a name under names")));
    }
    return document;
  }

  /** The document of record sets, whether they are of a policy or not. */
  private static PolicyDocument readBack(LoadedPlan found, RrsetKey key) throws BadInput {
    Origin origin =
        found
            .origins()
            .of(key)
            .or(() -> first(found.plan(), key).flatMap(record -> found.origins().of(record.key())))
            .orElseGet(
                () ->
                    new Origin(
                        SourceLocation.wholeFile(found.name()), KeyPath.verbatim(key.toString())));
    RoutingPlan plan = found.plan();
    try {
      if (found.kind() == ZoneKind.PRIVATE) {
        throw new InvalidValue(
            "a private hosted zone has no traffic policies",
            "leave --zone-kind out, or export a name of a public zone");
      }
      if (key.name().isWildcard()) {
        throw new InvalidValue(
            "AWS does not document whether a traffic policy can answer for a wildcard name",
            "export another name");
      }
      requireOneTtl(plan, key);
      return new DocumentMaker(plan.zone(), plan.groups(), Map.of(), EndpointType::of)
          .make(key)
          .document();
    } catch (InvalidValue e) {
      throw new BadInput(List.of(origin.problem(e.what(), e.fix())));
    }
  }

  private static Optional<RecordSet> first(RoutingPlan plan, RrsetKey key) {
    return plan.records().stream().filter(record -> record.group().equals(key)).findFirst();
  }

  private static void requireOneTtl(RoutingPlan plan, RrsetKey key) {
    Map<RrsetKey, List<RecordSet>> groups = plan.groups();
    long different =
        plan.reachableFrom(key).stream()
            .flatMap(group -> groups.getOrDefault(group, List.of()).stream())
            .map(RecordSet::data)
            .filter(RecordData.Values.class::isInstance)
            .map(data -> ((RecordData.Values) data).ttl())
            .distinct()
            .count();
    if (different > 1) {
      throw new InvalidValue(
          "all record sets of a traffic policy have one TTL", "give them the same TTL");
    }
  }
}
