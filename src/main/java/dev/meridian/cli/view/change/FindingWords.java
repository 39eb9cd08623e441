package dev.meridian.cli.view.change;

import dev.meridian.change.Action;
import dev.meridian.change.ChangeFinding;
import dev.meridian.change.ChangeFinding.Gap;
import dev.meridian.change.ChangeFinding.Kind;
import dev.meridian.change.Changes;
import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.Count;
import dev.meridian.cli.view.Percent;
import dev.meridian.resolve.analysis.Interruption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings about an apply, and counts of its changes, in sentences. */
public final class FindingWords {
  private static final int MOST = 5;

  private FindingWords() {}

  /** Such as {@code missing} or {@code possibly refused}. */
  public static String title(ChangeFinding finding) {
    boolean possible = !finding.certain() && finding.kind() != Kind.NOT_KNOWN;
    return (possible ? "possibly " : "") + finding.kind().word().replace('-', ' ');
  }

  /** The finding's own sentences, and what it means to clients. */
  public static List<String> sentences(ChangeFinding finding, ClientPopulation population) {
    return Stream.concat(
            finding.words().stream(),
            finding.interruption().stream().flatMap(gap -> effects(gap, population).stream()))
        .toList();
  }

  private static List<String> effects(Gap gap, ClientPopulation population) {
    List<String> sentences = new ArrayList<>();
    List<Interruption> interrupted =
        gap.effects().stream().filter(Interruption::interrupts).toList();
    String time = "for up to " + gap.seconds() + " s";
    for (Interruption effect : interrupted.stream().limit(MOST).toList()) {
      sentences.add(
          effect.question()
              + " has no answer for "
              + Percent.of(effect.unanswered())
              + " of the "
              + population.noun()
              + " ("
              + population.summary(effect.places())
              + "), "
              + time
              + ".");
    }
    if (interrupted.size() > MOST) {
      sentences.add("The same for " + (interrupted.size() - MOST) + " more names and types.");
    }
    if (interrupted.isEmpty()) {
      sentences.add(
          "Meanwhile, "
              + time
              + ", nobody is without an answer"
              + diverted(gap.effects(), population)
              + ".");
    } else {
      sentences.add(
          "Resolvers can remember that there is no answer for "
              + gap.negativeSeconds()
              + " s more, unless the zone's SOA record was changed.");
    }
    return sentences;
  }

  private static String diverted(List<Interruption> effects, ClientPopulation population) {
    double most = effects.stream().mapToDouble(Interruption::diverted).max().orElse(0);
    return most == 0
        ? ""
        : ", but up to "
            + Percent.of(most)
            + " of the "
            + population.noun()
            + " get the answers of the record sets that are left";
  }

  /** The number of record sets with each action, such as {@code 2 updated, 1 unchanged}. */
  static String counts(Changes changes) {
    String text =
        counted(changes).entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", "));
    int all = changes.records().size();
    return all == 0 ? "no record sets" : Count.of(all, "record set") + ": " + text;
  }

  /** The number of record sets by what happens to them. */
  static Map<String, Long> counted(Changes changes) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("created", changes.count(Action.CREATE));
    counts.put("updated", changes.count(Action.UPDATE));
    counts.put("deleted", changes.count(Action.DELETE));
    counts.put(
        "replaced",
        changes.count(Action.DELETE_THEN_CREATE) + changes.count(Action.CREATE_THEN_DELETE));
    counts.put("imported", changes.count(Action.IMPORT));
    counts.put("forgotten", changes.count(Action.FORGET));
    counts.put("unchanged", changes.count(Action.NO_CHANGE));
    return counts;
  }
}
