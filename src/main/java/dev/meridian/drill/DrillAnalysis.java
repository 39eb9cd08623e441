package dev.meridian.drill;

import dev.meridian.drill.DrillEvent.Kind;
import dev.meridian.drill.DrillResult.Failover;
import dev.meridian.drill.DrillResult.Loss;
import dev.meridian.probe.ProbeMonitor;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.analysis.WhatIf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Derives the result of a drill from what happened. */
final class DrillAnalysis {
  private final DrilledZone zone;
  private final Scenario scenario;
  private final DrillLog log;
  private final Prediction prediction;
  private final double tolerance;
  private final List<Place> places;
  private final Map<Asking, List<Request>> requests = new HashMap<>();
  private final List<DrillEvent> events = new ArrayList<>();
  private final List<DrillFinding> findings = new ArrayList<>();

  /** Who asks what. */
  private record Asking(Place place, Question question) {}

  private DrillAnalysis(
      DrilledZone zone, Scenario scenario, List<Place> places, DrillLog log, double between) {
    this.zone = zone;
    this.scenario = scenario;
    this.log = log;
    this.prediction = new Prediction(zone);
    // A client notices at its next request. On a busy machine, that request is late, and so is each
    // probe before it.
    this.tolerance = between + log.late() * (1 + probes(zone));
    events.addAll(log.events());
    this.places = places;
    List<Request> all = new ArrayList<>(log.requests());
    all.sort(Comparator.comparingDouble(Request::at));
    for (Request request : all) {
      requests
          .computeIfAbsent(
              new Asking(request.place(), request.question()), key -> new ArrayList<>())
          .add(request);
    }
  }

  /** How many probes in a row change the status of a health check or target, at most. */
  private static int probes(DrilledZone zone) {
    return Math.max(
        Math.max(zone.targets().failures(), zone.targets().successes()),
        ProbeMonitor.probes(zone.plan().healthChecksById()).values().stream()
            .mapToInt(check -> check.probing().failureThreshold())
            .max()
            .orElse(0));
  }

  static DrillResult of(
      DrilledZone zone, Scenario scenario, List<Place> places, DrillLog log, double between) {
    return new DrillAnalysis(zone, scenario, places, log, between).result(between);
  }

  private DrillResult result(double between) {
    List<Failover> failovers = new ArrayList<>();
    for (ScheduledOutage outage : scenario.outages()) {
      for (Question question : scenario.questions()) {
        Failover failover = failover(outage, question);
        if (failover.sent() > 0) {
          failovers.add(failover);
          judge(failover);
        }
      }
    }
    List<Loss> losses = losses();
    overloads();
    events.sort(Comparator.comparingDouble(DrillEvent::at));
    return new DrillResult(
        events, failovers, losses, log.requests().size(), between, log.late(), findings);
  }

  private Failover failover(ScheduledOutage outage, Question question) {
    double end = outage.end().isPresent() ? outage.end().getAsInt() : scenario.duration();
    List<Double> moves = new ArrayList<>();
    List<Double> backs = new ArrayList<>();
    int sent = 0;
    int stranded = 0;
    for (Place place : places) {
      List<Request> asked = asked(place, question);
      int last = lastSent(asked, outage, end);
      if (last >= 0) {
        sent++;
        boolean stays = prediction.isStranded(question, outage.outage(), place.location().client());
        stranded += stays ? 1 : 0;
        if (last + 1 < asked.size() && asked.get(last + 1).at() < end) {
          moves.add(asked.get(last + 1).at() - outage.at());
          asked.stream()
              .skip(last + 1L)
              .filter(request -> request.at() >= end && leadsTo(request, outage))
              .findFirst()
              .ifPresent(request -> backs.add(request.at() - end));
        }
      }
    }
    String name = question.toString();
    event(Kind.FIRST_MOVED, Kind.LAST_MOVED, name, outage.at(), moves, sent);
    event(Kind.FIRST_BACK, Kind.LAST_BACK, name, end, backs, moves.size());
    OptionalDouble predicted = prediction.failover(question, outage.outage());
    return new Failover(
        outage,
        question,
        sent,
        moves.size(),
        stranded,
        least(moves),
        moves.size() + stranded >= sent ? most(moves) : null,
        predicted.isPresent() ? predicted.getAsDouble() : null,
        backs.size(),
        least(backs),
        backs.size() == moves.size() ? most(backs) : null);
  }

  private void event(
      Kind first, Kind last, String name, double since, List<Double> times, int all) {
    if (!times.isEmpty()) {
      events.add(new DrillEvent(since + Collections.min(times), first, List.of(name), ""));
      if (times.size() == all) {
        events.add(new DrillEvent(since + Collections.max(times), last, List.of(name), ""));
      }
    }
  }

  private static @Nullable Double least(List<Double> times) {
    return times.isEmpty() ? null : Collections.min(times);
  }

  private static @Nullable Double most(List<Double> times) {
    return times.isEmpty() ? null : Collections.max(times);
  }

  /** The last request during the outage whose answer had what was down; -1 if none did. */
  private static int lastSent(List<Request> asked, ScheduledOutage outage, double end) {
    int last = -1;
    for (int i = 0; i < asked.size(); i++) {
      Request request = asked.get(i);
      if (request.at() >= outage.at() && request.at() < end && leadsTo(request, outage)) {
        last = i;
      }
    }
    return last;
  }

  private static boolean leadsTo(Request request, ScheduledOutage outage) {
    return request.endpoints().stream().anyMatch(end -> outage.outage().endpoints().contains(end));
  }

  private void judge(Failover failover) {
    Question question = failover.question();
    double end =
        failover.outage().end().isPresent()
            ? failover.outage().end().getAsInt()
            : scenario.duration();
    double length = end - failover.outage().at();
    Double predicted = failover.predicted();
    Double last = failover.last();
    if (failover.stranded() > 0) {
      findings.add(finding(DrillFinding.Kind.NO_ALTERNATIVE, question, failover.stranded(), null));
    }
    if (last == null) {
      if (failover.sent() > failover.moved() + failover.stranded()
          && (predicted == null || length > predicted + tolerance)) {
        findings.add(
            finding(
                DrillFinding.Kind.NEVER_LEFT,
                question,
                failover.sent() - failover.moved() - failover.stranded(),
                null));
      }
      return;
    }
    if (predicted != null && last > predicted + tolerance) {
      findings.add(finding(DrillFinding.Kind.SLOWER_THAN_PREDICTED, question, last, predicted));
    }
    OptionalInt objective = zone.failoverObjective();
    if (objective.isPresent() && last > objective.getAsInt() + tolerance) {
      findings.add(
          finding(
              DrillFinding.Kind.SLOWER_THAN_OBJECTIVE,
              question,
              last,
              (double) objective.getAsInt()));
    }
  }

  private static DrillFinding finding(
      DrillFinding.Kind kind, Question question, double observed, @Nullable Double limit) {
    return new DrillFinding(kind, question, "", observed, limit);
  }

  private List<Request> asked(Place place, Question question) {
    return requests.getOrDefault(new Asking(place, question), List.of());
  }

  private List<Loss> losses() {
    List<Loss> losses = new ArrayList<>();
    for (Place place : places) {
      for (Question question : scenario.questions()) {
        losses(place, question, losses);
      }
    }
    return losses;
  }

  private void losses(Place place, Question question, List<Loss> losses) {
    List<Request> asked = asked(place, question);
    int silent = (int) asked.stream().filter(request -> !request.isAnswered()).count();
    if (silent > 0) {
      findings.add(
          new DrillFinding(DrillFinding.Kind.NO_ANSWER, question, place.label(), silent, null));
    }
    Map<String, Integer> lost = new TreeMap<>();
    for (Request request : asked) {
      if (request.isLost()) {
        lost.merge(request.isAnswered() ? request.endpoints().get(0) : "", 1, Integer::sum);
      }
    }
    lost.forEach(
        (endpoint, count) ->
            losses.add(new Loss(place.label(), endpoint, question, count, asked.size())));
  }

  /** Loads once everybody has moved, for each combination of what is down. */
  private void overloads() {
    Set<Outage> outages = new LinkedHashSet<>();
    scenario.changes().forEach(change -> outages.add(scenario.downAt(change)));
    outages.remove(Outage.NONE);
    for (Outage outage : outages) {
      WhatIf whatIf =
          WhatIf.of(zone.resolver(), zone.outages(), outage, zone.population(), zone.traffic());
      for (WhatIf.Load load : whatIf.loads()) {
        if (load.exceeded()) {
          findings.add(
              new DrillFinding(
                  DrillFinding.Kind.OVER_CAPACITY,
                  null,
                  load.endpoint(),
                  load.after(),
                  load.capacity()));
        }
      }
    }
  }
}
