package dev.meridian.cli.page;

import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.view.NotKnownText;
import dev.meridian.cli.view.Percent;
import dev.meridian.cli.view.change.ComparisonText;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.ZoneKind;
import dev.meridian.report.ComparisonPage;
import dev.meridian.report.Mark;
import dev.meridian.report.MarkedTree;
import dev.meridian.resolve.NotKnown;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.analysis.AnswerComparison;
import dev.meridian.resolve.analysis.AnswerComparison.Change;
import dev.meridian.resolve.analysis.ClientLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The names of one zone that differ between two versions of it, and those that don't. */
final class ComparedNames {
  private final String zone;
  private final QueryContext before;
  private final QueryContext after;
  private final ClientPopulation population;
  private final TreeComparison treesBefore;
  private final TreeComparison treesAfter;
  private final PlaceNames places = new PlaceNames();
  private final Map<String, ClientLocation> locations = new HashMap<>();
  private final SortedMap<RrsetKey, List<Change>> changes = new TreeMap<>();
  private final SortedMap<RrsetKey, List<ComparedShares>> shares = new TreeMap<>();
  private final SortedMap<RrsetKey, String> notCompared = new TreeMap<>();

  ComparedNames(
      String zone,
      QueryContext before,
      QueryContext after,
      ClientPopulation population,
      AnswerComparison comparison) {
    this.zone = zone;
    this.before = before;
    this.after = after;
    this.population = population;
    this.treesBefore = new TreeComparison(before, after, Mark.REMOVED);
    this.treesAfter = new TreeComparison(after, before, Mark.ADDED);
    for (Change change : comparison.changes()) {
      changes.computeIfAbsent(change.question().group(), key -> new ArrayList<>()).add(change);
    }
    changes.keySet().forEach(this::compare);
    for (NotKnown.Answer answer : comparison.notKnown().answers()) {
      notCompared.put(answer.question().group(), NotKnownText.line(answer.unread()));
    }
  }

  private void compare(RrsetKey key) {
    Set<String> changed = new HashSet<>();
    changes.getOrDefault(key, List.of()).forEach(change -> changed.addAll(change.places()));
    Question question = new Question(key.name(), key.type());
    List<ComparedShares> all =
        ComparedShares.of(before, after, question, population.locations(), changed);
    shares.put(key, all);
    all.forEach(one -> one.locations().forEach(place -> locations.put(place.label(), place)));
  }

  /** The questions with other answers that a map can show, with the answers of all clients. */
  SortedMap<RrsetKey, List<ComparedShares>> mapped() {
    SortedMap<RrsetKey, List<ComparedShares>> mapped = new TreeMap<>();
    if (before.zone() == ZoneKind.PUBLIC) {
      shares.forEach(
          (key, all) -> {
            if (OutageModel.connects(key.type())) {
              mapped.put(key, all);
            }
          });
    }
    return mapped;
  }

  /** How the answers of a question change, in one sentence. */
  String summary(RrsetKey key) {
    int number = number(key);
    return "Answers change for "
        + share(key)
        + " of the "
        + population.noun()
        + ", in "
        + number
        + (number == 1 ? " place." : " places.");
  }

  /** What people call an endpoint of one of the versions. */
  String shown(String end) {
    String now = after.names().shown(end);
    return now.equals(end) ? before.names().shown(end) : now;
  }

  ComparisonPage.Zone zone() {
    Set<RrsetKey> groupsBefore = groups(before);
    Set<RrsetKey> groupsAfter = groups(after);
    SortedSet<RrsetKey> all = new TreeSet<>(groupsBefore);
    all.addAll(groupsAfter);
    all.addAll(changes.keySet());
    all.addAll(notCompared.keySet());
    List<ComparisonPage.Entry> entries = new ArrayList<>();
    int unchanged = 0;
    for (RrsetKey key : all) {
      MarkedTree old = groupsBefore.contains(key) ? treesBefore.of(key) : null;
      MarkedTree now = groupsAfter.contains(key) ? treesAfter.of(key) : null;
      Mark mark = mark(key, old, now);
      if (mark == Mark.SAME) {
        unchanged++;
      } else {
        entries.add(entry(key, mark, old, now));
      }
    }
    return new ComparisonPage.Zone(zone, entries, unchanged);
  }

  private static Set<RrsetKey> groups(QueryContext context) {
    Set<RrsetKey> groups = new TreeSet<>(context.plan().groups().keySet());
    groups.removeAll(context.plan().hiddenGroups());
    return groups;
  }

  private Mark mark(RrsetKey key, @Nullable MarkedTree old, @Nullable MarkedTree now) {
    if (notCompared.containsKey(key)) {
      return Mark.NOT_COMPARED;
    }
    if (old == null && now == null) {
      return Mark.CHANGED;
    }
    if (old == null) {
      return Mark.ADDED;
    }
    if (now == null) {
      return Mark.REMOVED;
    }
    boolean same = !changes.containsKey(key) && !old.differs() && !now.differs();
    return same ? Mark.SAME : Mark.CHANGED;
  }

  private ComparisonPage.Entry entry(
      RrsetKey key, Mark mark, @Nullable MarkedTree old, @Nullable MarkedTree now) {
    List<Change> own = changes.getOrDefault(key, List.of());
    return new ComparisonPage.Entry(
        key.toString(),
        mark,
        mark == Mark.NOT_COMPARED ? "not known" : share(key),
        number(key),
        notCompared.getOrDefault(key, ""),
        OutageModel.connects(key.type()) ? endpointShares(key) : List.of(),
        own.stream().map(this::change).toList(),
        old,
        now);
  }

  private String share(RrsetKey key) {
    return Percent.of(
        changes.getOrDefault(key, List.of()).stream().mapToDouble(Change::share).sum());
  }

  private int number(RrsetKey key) {
    return changes.getOrDefault(key, List.of()).stream()
        .mapToInt(change -> change.places().size())
        .sum();
  }

  private List<ComparisonPage.EndpointShare> endpointShares(RrsetKey key) {
    SortedMap<String, Double> old = new TreeMap<>();
    SortedMap<String, Double> now = new TreeMap<>();
    for (ComparedShares part : shares.getOrDefault(key, List.of())) {
      part.before().forEach((end, share) -> old.merge(end, share * part.share(), Double::sum));
      part.after().forEach((end, share) -> now.merge(end, share * part.share(), Double::sum));
    }
    SortedSet<String> ends = new TreeSet<>(old.keySet());
    ends.addAll(now.keySet());
    return ends.stream()
        .map(
            end ->
                new ComparisonPage.EndpointShare(
                    shown(end),
                    Percent.of(old.getOrDefault(end, 0.0)),
                    Percent.of(now.getOrDefault(end, 0.0)),
                    difference(now.getOrDefault(end, 0.0) - old.getOrDefault(end, 0.0))))
        .toList();
  }

  private static String difference(double share) {
    String size = Percent.of(Math.abs(share));
    return size.equals("0.0 %") ? size : (share < 0 ? "−" : "+") + size;
  }

  private ComparisonPage.AnswerChange change(Change change) {
    return new ComparisonPage.AnswerChange(
        change.places().size() == population.locations().size()
            ? List.of("everybody")
            : change.places().stream().map(this::place).toList(),
        change.places().size(),
        Percent.of(change.share()),
        ComparisonText.answers(change.before()),
        ComparisonText.answers(change.after()),
        ComparisonText.note(change));
  }

  private String place(String label) {
    ClientLocation location = locations.get(label);
    return location == null ? label : places.of(location);
  }
}
