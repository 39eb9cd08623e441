package dev.meridian.cli.page;

import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.view.JsonText;
import dev.meridian.report.OutageStates;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.analysis.ClientClass;
import dev.meridian.resolve.analysis.WhatIf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The data that the script of the page draws the map and the tables from. Places, endpoints, and
 * answers are written once, and then referred to by number.
 */
final class MapData {
  private final QueryContext context;
  private final OutageStates states;
  private final MapIndex index;

  private MapData(QueryContext context, OutageStates states) {
    this.context = context;
    this.states = states;
    SortedSet<String> found = new TreeSet<>(context.outageModel().names());
    states
        .names()
        .forEach(name -> name.shares().forEach(s -> s.forEach(a -> found.addAll(a.keySet()))));
    this.index = new MapIndex(found);
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
    all.put("ends", index.ends().stream().map(this::end).toList());
    all.put("states", states.states().stream().map(this::state).toList());
    all.put("loads", loadsAreKnown(population));
    all.put("names", named);
    all.put("answers", index.answers());
    all.put("places", index.places());
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
    all.put("capacity", capacity == null ? null : MapIndex.number(capacity));
    all.put("kind", MapIndex.kind(end));
    return all;
  }

  private Object state(OutageStates.State state) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("endpoints", state.down());
    all.put(
        "down",
        state.outage().endpoints().stream()
            .map(index.ends()::indexOf)
            .filter(i -> i >= 0)
            .toList());
    return all;
  }

  private Object name(OutageStates.Name name) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("name", name.question().toString());
    all.put(
        "traffic", MapIndex.number(context.trafficModel().of(name.question(), context.resolver())));
    all.put("classes", name.clientClasses().stream().map(this::clientClass).toList());
    all.put(
        "states",
        name.shares().stream()
            .map(byClass -> byClass.stream().map(index::answer).toList())
            .toList());
    return all;
  }

  private Object clientClass(ClientClass clientClass) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("share", MapIndex.number(clientClass.share()));
    all.put("places", clientClass.locations().stream().map(index::place).toList());
    return all;
  }
}
