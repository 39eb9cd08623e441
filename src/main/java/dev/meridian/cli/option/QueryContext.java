package dev.meridian.cli.option;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.Goals;
import dev.meridian.declaration.WeightCorners;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.Origin;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.drill.TargetTimes;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.model.ZoneKind;
import dev.meridian.resolve.Interpretation;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.analysis.TrafficModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A plan to ask questions about.
 *
 * @param loaded the plan and its source
 * @param names what people call the endpoints
 */
public record QueryContext(
    LoadedPlan loaded,
    Interpretation interpretation,
    Resolver resolver,
    OutageModel outageModel,
    EndpointNames names,
    Goals goals) {

  /** The context of a plan. Only a plan from a declaration has endpoint names and goals. */
  public static QueryContext of(LoadedPlan found, Interpretation interpretation) {
    RoutingPlan plan = found.plan();
    Resolver resolver =
        Resolver.of(plan, found.kind(), interpretation, found.unread(), found.apex());
    Optional<DeclarationOption.Loaded> declared = found.declaration();
    EndpointNames names =
        EndpointNames.of(declared.map(it -> it.compiled().endpoints()).orElse(Map.of()));
    Goals goals = declared.map(it -> it.deployment().goals()).orElse(Goals.NONE);
    return new QueryContext(found, interpretation, resolver, OutageModel.of(plan), names, goals);
  }

  /**
   * The context of a declaration that was applied.
   *
   * @param found the applied zone, with its declaration
   * @param outputs the value of an output, and every other value as it is
   */
  public static QueryContext applied(
      LoadedPlan found, UnaryOperator<Value> outputs, Interpretation interpretation) {
    QueryContext context = of(found, interpretation);
    Map<String, List<Value>> endpoints =
        found.declaration().map(it -> it.compiled().endpoints()).orElse(Map.of());
    return context.withNames(EndpointNames.applied(endpoints, outputs));
  }

  private QueryContext withNames(EndpointNames other) {
    return new QueryContext(loaded, interpretation, resolver, outageModel, other, goals);
  }

  public RoutingPlan plan() {
    return loaded.plan();
  }

  /** How load balancers check their targets. */
  public TargetTimes targets() {
    return loaded.declaration().map(it -> targets(it.deployment())).orElse(TargetTimes.STANDARD);
  }

  /** The corners of the bounds of adjusted weights; none if no weight is adjusted. */
  public List<WeightCorners.Corner> corners() {
    return loaded
        .declaration()
        .map(it -> WeightCorners.of(it.deployment(), plan()))
        .orElse(List.of());
  }

  /** The same with the weights of a corner. */
  public QueryContext at(WeightCorners.Corner corner) {
    return of(loaded.withZone(corner.plan(), loaded.unread()), interpretation);
  }

  /** The slowest check of a region's targets. */
  private static TargetTimes targets(Deployment deployment) {
    return deployment.regions().values().stream()
        .map(region -> region.site().targetCheck())
        .max(Comparator.comparingInt(check -> check.interval() * check.unhealthyThreshold()))
        .map(
            check ->
                new TargetTimes(
                    check.interval(), check.unhealthyThreshold(), check.healthyThreshold()))
        .orElse(TargetTimes.STANDARD);
  }

  /** The kind of the plan's zone, which decides who can ask. */
  public ZoneKind zone() {
    return resolver.zone();
  }

  QueryContext withGoals(Goals other) {
    return new QueryContext(loaded, interpretation, resolver, outageModel, names, other);
  }

  /**
   * Traffic and capacity; each address of an endpoint with several has an equal part of its
   * capacity.
   */
  public TrafficModel trafficModel() {
    Map<String, Double> capacity = new HashMap<>();
    goals
        .capacity()
        .forEach(
            (name, declared) -> {
              Set<String> parts = down(List.of(name)).endpoints();
              parts.forEach(part -> capacity.put(part, declared.requests() / parts.size()));
            });
    return new TrafficModel(goals.traffic(), capacity);
  }

  /** Where the capacity of {@code endpoint}, as answers contain it, is declared. */
  public Optional<Origin> capacityOrigin(String endpoint) {
    Origin last = null; // as in trafficModel(), the last one counts
    for (Map.Entry<String, Goals.Capacity> declared : goals.capacity().entrySet()) {
      if (down(List.of(declared.getKey())).endpoints().contains(endpoint)) {
        last = declared.getValue().origin();
      }
    }
    return Optional.ofNullable(last);
  }

  /** Where a record set is declared. */
  public Optional<Origin> origin(RecordKey key) {
    return loaded.origins().of(key);
  }

  /** Where the routing policy of a name and type is declared. */
  public Optional<Origin> origin(RrsetKey group) {
    return loaded.origins().of(group);
  }

  /** Where the routing policy that answers {@code question} is declared. */
  public Optional<Origin> origin(Question question) {
    return Optional.ofNullable(resolver.enter(question).group())
        .flatMap(group -> loaded.origins().of(group.key));
  }

  /** Reads a name relative to the zone, {@code @}, or a full name in the zone. */
  public DnsName name(String words) {
    if (words.equals("@")) {
      return plan().zone();
    }
    DnsName name = new DnsName(words);
    return words.endsWith(".") || name.isWithin(plan().zone()) ? name : plan().zone().child(words);
  }

  /** The name without the zone, as people write it. */
  public String label(DnsName name) {
    if (name.equals(plan().zone())) {
      return "@";
    }
    return name.relativeTo(plan().zone()).orElse(name.text() + ".");
  }

  /** The names that clients ask for, as people write them, sorted. */
  public SortedSet<String> labels() {
    return resolver.questions().stream()
        .map(question -> label(question.name()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names that people can use for endpoints, including the regions of AWS resources. */
  public NavigableSet<String> endpointNames() {
    NavigableSet<String> words = new TreeSet<>(names.among(outageModel.names()));
    AwsRegions.codes().stream()
        .filter(region -> !outageModel.down(List.of(region)).endpoints().isEmpty())
        .forEach(words::add);
    return words;
  }

  /**
   * Health checks that can fail on their own: those whose id is not also the name of an endpoint.
   */
  NavigableSet<String> healthChecks() {
    NavigableSet<String> checks = outageModel.healthChecks();
    checks.removeAll(endpointNames());
    return checks;
  }

  /** The outage of everything with one of these names; empty if there is nothing. */
  public Outage down(Collection<String> words) {
    return outageModel.down(names.parts(words));
  }

  /**
   * The same for the value of an option.
   *
   * @throws BadInput with each word that is neither an endpoint nor a health check
   */
  public Outage down(String option, Collection<String> words) throws BadInput {
    requireKnown(option, words, this);
    return down(words);
  }

  /**
   * Checks that each word names something here or in {@code other}.
   *
   * @throws BadInput with each word that does not
   */
  public void requireKnown(String option, Collection<String> words, QueryContext other)
      throws BadInput {
    SortedSet<String> possible = possiblyDown(words);
    possible.addAll(other.possiblyDown(words));
    List<Diagnostic> unknown =
        words.stream()
            .filter(word -> possible.isEmpty() || AwsRegions.byCode(word).isEmpty())
            .filter(word -> down(List.of(word)).isEmpty() && other.down(List.of(word)).isEmpty())
            .map(word -> unknown(option, word))
            .collect(Collectors.toCollection(ArrayList::new));
    if (!possible.isEmpty()) {
      unknown.add(
          new Diagnostic(
              SourceLocation.wholeFile(option),
              "",
              "the region of " + String.join(", ", possible) + " is known only after apply",
              "name endpoints instead of a region"));
    }
    if (!unknown.isEmpty()) {
      throw new BadInput(unknown);
    }
  }

  /** The endpoints of which it is not known whether they are down, because of a region. */
  public SortedSet<String> possiblyDown(Collection<String> words) {
    return outageModel.possiblyDown(names.parts(words));
  }

  private Diagnostic unknown(String option, String word) {
    String checks = String.join(", ", healthChecks());
    return new Diagnostic(
        SourceLocation.wholeFile(option),
        "",
        "no endpoint or health check is named \""
            + word
            + "\""
            + (resolver.isPartial() ? " in the part that could be read (see the warnings)" : ""),
        (endpointNames().isEmpty()
                ? "leave the option out, because there are no endpoints"
                : "use one of " + String.join(", ", endpointNames()))
            + (checks.isEmpty() ? "" : ", or one of the health checks " + checks));
  }

  /** An outage with the names that people use, such as {@code us-east-1 down}. */
  public String text(Outage outage) {
    List<String> all =
        new ArrayList<>(outage.endpoints().stream().map(names::shown).distinct().toList());
    all.addAll(outage.healthChecks());
    return all.isEmpty() ? "nothing is down" : String.join(", ", all) + " down";
  }
}
