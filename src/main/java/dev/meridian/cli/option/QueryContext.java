package dev.meridian.cli.option;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.Goals;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.AzLocation;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.ZoneKind;
import dev.meridian.resolve.Interpretation;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.analysis.TrafficModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A plan to ask questions of, and what people call the endpoints in it. */
public record QueryContext(
    RoutingPlan plan, Resolver resolver, OutageModel endpoints, EndpointNames names, Goals goals) {

  /** What was declared, or what was read back and says nothing of names and goals. */
  public static QueryContext of(LoadedPlan found, Interpretation semantics) {
    RoutingPlan plan = found.plan();
    Resolver resolver = Resolver.of(plan, found.kind(), semantics, found.unread());
    Optional<Deployment> declared = found.declaration().map(DeclarationOption.Loaded::deployment);
    EndpointNames names = declared.map(EndpointNames::of).orElseGet(EndpointNames::none);
    Goals goals = declared.map(Deployment::goals).orElse(Goals.NONE);
    return new QueryContext(plan, resolver, OutageModel.of(plan), names, goals);
  }

  /** Who may ask the plan's zone. */
  public ZoneKind zone() {
    return resolver.zone();
  }

  /** The locations of AZ affinity that record sets of the plan are for. */
  Set<AzLocation> azLocations() {
    return plan.records().stream()
        .map(RecordSet::policy)
        .filter(RoutingPolicy.AzAffinity.class::isInstance)
        .map(policy -> ((RoutingPolicy.AzAffinity) policy).location())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  QueryContext withGoals(Goals other) {
    return new QueryContext(plan, resolver, endpoints, names, other);
  }

  /** Traffic and capacity; equal parts of it for each address of an endpoint with several. */
  public TrafficModel demand() {
    Map<String, Double> capacity = new HashMap<>();
    goals
        .capacity()
        .forEach(
            (word, amount) -> {
              Set<String> parts = down(List.of(word)).endpoints();
              parts.forEach(part -> capacity.put(part, amount / parts.size()));
            });
    return new TrafficModel(goals.traffic(), capacity);
  }

  /** Labels relative to the zone, {@code @}, or a name within the zone in full. */
  public DnsName name(String words) {
    if (words.equals("@")) {
      return plan.zone();
    }
    DnsName name = new DnsName(words);
    return words.endsWith(".") || name.isWithin(plan.zone()) ? name : plan.zone().child(words);
  }

  /** The name without the zone, as people write it. */
  public String label(DnsName name) {
    if (name.equals(plan.zone())) {
      return "@";
    }
    return name.relativeTo(plan.zone()).orElse(name.text() + ".");
  }

  /** What people may call the endpoints; regions where AWS resources name theirs. */
  public NavigableSet<String> words() {
    NavigableSet<String> words = new TreeSet<>(names.words(endpoints.names()));
    AwsRegions.codes().stream()
        .filter(region -> !endpoints.down(List.of(region)).endpoints().isEmpty())
        .forEach(words::add);
    return words;
  }

  /** Health checks that can be told to fail by themselves: what is no endpoint's own name. */
  NavigableSet<String> healthChecks() {
    NavigableSet<String> checks = endpoints.healthChecks();
    checks.removeAll(words());
    return checks;
  }

  /** The outage of everything that goes by {@code words}; empty if they name nothing here. */
  public Outage down(Collection<String> words) {
    return endpoints.down(names.parts(words));
  }

  /**
   * The same for an option of the command line.
   *
   * @throws BadInput for each word that names no endpoint
   */
  public Outage down(String option, Collection<String> words) throws BadInput {
    requireKnown(option, words, this);
    return down(words);
  }

  /**
   * Each word must name something here or in {@code other}.
   *
   * @throws BadInput for each that does not
   */
  public void requireKnown(String option, Collection<String> words, QueryContext other)
      throws BadInput {
    List<Diagnostic> unknown =
        words.stream()
            .filter(word -> down(List.of(word)).isEmpty() && other.down(List.of(word)).isEmpty())
            .map(word -> unknown(option, word))
            .toList();
    if (!unknown.isEmpty()) {
      throw new BadInput(unknown);
    }
  }

  private Diagnostic unknown(String option, String word) {
    String checks = String.join(", ", healthChecks());
    return new Diagnostic(
        SourceLocation.wholeFile(option),
        "",
        "nothing answers from \""
            + word
            + "\", and no health check is called so"
            + (resolver.isPartial() ? ", in what could be read (see the warnings)" : ""),
        "use one of "
            + String.join(", ", words())
            + (checks.isEmpty() ? "" : "; or of the health checks " + checks));
  }

  /** An outage in people's words. */
  public String words(Outage outage) {
    List<String> all = new ArrayList<>(outage.endpoints().stream().map(names::shown).toList());
    all.addAll(outage.healthChecks());
    return all.isEmpty() ? "Nothing is down" : String.join(", ", all) + " down";
  }
}
