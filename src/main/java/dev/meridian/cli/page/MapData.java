package dev.meridian.cli.page;

import dev.meridian.catalog.Countries;
import dev.meridian.catalog.Country;
import dev.meridian.catalog.UsState;
import dev.meridian.catalog.UsStates;
import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.view.JsonText;
import dev.meridian.report.OutageStates;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.Shares;
import dev.meridian.resolve.analysis.ClientClass;
import dev.meridian.resolve.analysis.ClientLocation;
import dev.meridian.resolve.analysis.Population;
import dev.meridian.resolve.analysis.WhatIf;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The data that the script of the page draws the map and the tables from. Places, endpoints, and
 * answers are written once, and then referred to by number.
 */
final class MapData {
  private final QueryContext context;
  private final OutageStates states;
  private final List<String> ends;
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final List<List<String>> placeTexts = new ArrayList<>();
  private final Map<SortedMap<String, Double>, Integer> answers = new LinkedHashMap<>();
  private final Map<String, String> names = new HashMap<>();

  private MapData(QueryContext context, OutageStates states) {
    this.context = context;
    this.states = states;
    Set<String> found = new TreeSet<>(context.outageModel().names());
    states
        .names()
        .forEach(name -> name.shares().forEach(s -> s.forEach(a -> found.addAll(a.keySet()))));
    this.ends = List.copyOf(found);
    for (Country country : Countries.all()) {
      names.put(country.code(), country.name());
    }
    for (UsState state : UsStates.all()) {
      names.put("US-" + state.code(), state.name());
    }
    names.put(Population.US_WITHOUT_STATE, "United States, state not known");
    names.put(Population.UNMAPPED, "addresses without a location");
  }

  /** The data as JSON in one line. */
  static String json(QueryContext context, OutageStates states, ClientPopulation population) {
    return JsonText.line(new MapData(context, states).map(population));
  }

  private Map<String, @Nullable Object> map(ClientPopulation population) {
    List<Object> named = states.names().stream().map(this::name).toList();
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("noun", population.noun());
    all.put("endpoints", states.endpoints());
    all.put("failures", states.failures());
    all.put("ends", ends.stream().map(this::end).toList());
    all.put("states", states.states().stream().map(this::state).toList());
    all.put("loads", loadsAreKnown(population));
    all.put("names", named);
    all.put("answers", answers.keySet().stream().map(this::answer).toList());
    all.put("places", placeTexts);
    return all;
  }

  private boolean loadsAreKnown(ClientPopulation population) {
    return !WhatIf.of(
            context.resolver(),
            context.outageModel(),
            Outage.NONE,
            population.locations(),
            context.trafficModel())
        .loads()
        .isEmpty();
  }

  private Map<String, @Nullable Object> end(String end) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("name", context.names().shown(end));
    Double capacity = context.trafficModel().capacity().get(end);
    all.put("capacity", capacity == null ? null : number(capacity));
    all.put(
        "kind",
        end.equals(Shares.NOBODY) ? "nobody" : end.equals(Shares.NOT_KNOWN) ? "unknown" : "");
    return all;
  }

  private Object state(OutageStates.State state) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("endpoints", state.down());
    all.put(
        "down",
        state.outage().endpoints().stream().map(ends::indexOf).filter(i -> i >= 0).toList());
    return all;
  }

  private Object name(OutageStates.Name name) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("name", name.question().toString());
    all.put("traffic", number(context.trafficModel().of(name.question(), context.resolver())));
    all.put("classes", name.clientClasses().stream().map(this::clientClass).toList());
    all.put(
        "states",
        name.shares().stream()
            .map(byClass -> byClass.stream().map(this::number).toList())
            .toList());
    return all;
  }

  private Object clientClass(ClientClass clientClass) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("share", number(clientClass.share()));
    all.put("places", clientClass.locations().stream().map(this::number).toList());
    return all;
  }

  private Integer number(SortedMap<String, Double> shares) {
    return answers.computeIfAbsent(shares, key -> answers.size());
  }

  private Integer number(ClientLocation location) {
    return places.computeIfAbsent(
        location.label(),
        label -> {
          String name = names.getOrDefault(location.code(), location.code());
          String network = location.network();
          placeTexts.add(List.of(label, network == null ? name : name + " in " + network));
          return places.size();
        });
  }

  private Object answer(SortedMap<String, Double> shares) {
    List<Object> all = new ArrayList<>();
    shares.forEach(
        (end, share) -> {
          all.add(ends.indexOf(end));
          all.add(number(share));
        });
    return all;
  }

  /** The shortest text that is read as the same number. */
  private static BigDecimal number(double value) {
    return new BigDecimal(Objects.toString(value));
  }
}
