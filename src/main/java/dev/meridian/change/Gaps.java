package dev.meridian.change;

import dev.meridian.change.ChangeFinding.Gap;
import dev.meridian.change.ChangeFinding.Kind;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordKey;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.analysis.AnswerComparison.Side;
import dev.meridian.resolve.analysis.ClientLocation;
import dev.meridian.resolve.analysis.Interruption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Record sets and answers that are missing while Terraform applies a set of changes. */
final class Gaps {
  /**
   * Seconds until all name servers of Route 53 have a change, in general. The provider waits for it
   * before Terraform goes on.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html">
   *     API ChangeResourceRecordSets, Change Propagation to Route 53 DNS Servers</a>
   */
  static final long PROPAGATION = 60;

  /**
   * Seconds for which resolvers remember that there is no answer, unless the SOA record of the zone
   * was changed: the lesser of its TTL, 900, and its last field, 86400 (RFC 2308, section 5).
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/SOA-NSrecords.html#SOArecords">
   *     The start of authority (SOA) record</a>
   */
  static final long NEGATIVE = 900;

  private final List<ClientLocation> locations;
  private final ApplyOrder order;
  private final ApplyOrder creatingFirst;
  private final Phases phases;
  private final Worlds worlds;
  private final Components names;
  private final Set<String> refused;
  private final Set<RecordKey> kept = new HashSet<>();
  private final Map<String, RecordChange> byAddress = new HashMap<>();
  private final List<ChangeFinding> findings = new ArrayList<>();

  /**
   * @param refused the addresses of resources that Route 53 may refuse to write
   */
  Gaps(
      Changes changes,
      ApplyOrder order,
      ApplyOrder creatingFirst,
      Set<String> refused,
      List<ClientLocation> locations) {
    this.locations = locations;
    this.order = order;
    this.creatingFirst = creatingFirst;
    this.refused = refused;
    names = new Components(changes.before(), changes.after());
    phases = new Phases(changes, names, order, creatingFirst);
    worlds = new Worlds(changes);
    for (RecordChange change : changes.records()) {
      kept.addAll(change.after().keys());
      byAddress.put(change.address(), change);
    }
  }

  List<ChangeFinding> all() {
    Map<DnsName, List<Phase>> found = phases.all();
    if (found.isEmpty()) {
      return List.of();
    }
    Side before = worlds.before();
    Side after = worlds.after();
    Map<DnsName, List<Question>> questions = new HashMap<>();
    for (Question question : before.resolver().questions()) {
      questions.computeIfAbsent(names.of(question.name()), key -> new ArrayList<>()).add(question);
    }
    int most = found.values().stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < Math.min(most, Phases.MOST); i++) {
      int round = i;
      List<Phase> current =
          found.values().stream()
              .filter(all -> all.size() > round)
              .map(all -> all.get(round))
              .toList();
      addRound(before, after, current, questions);
    }
    found.forEach((component, all) -> addUntried(component, all.size()));
    return findings;
  }

  /** Components are independent of each other, so one world has a state of each. */
  private void addRound(
      Side before, Side after, List<Phase> current, Map<DnsName, List<Question>> questions) {
    Set<Operation> worst = new HashSet<>();
    Set<Operation> best = new HashSet<>();
    current.forEach(phase -> worst.addAll(phase.worst()));
    current.forEach(phase -> best.addAll(phase.best()));
    Side late = worlds.when(worst);
    Side early = worlds.when(best);
    for (Phase phase : current) {
      List<Question> asked = questions.getOrDefault(phase.component(), List.of());
      List<Interruption> effects = Interruption.of(before, late, after, asked, locations);
      boolean interrupts = effects.stream().anyMatch(Interruption::interrupts);
      List<RecordKey> missing = missing(phase);
      boolean again = missing.stream().anyMatch(kept::contains);
      if (interrupts || again) {
        boolean certain =
            interrupts
                ? Interruption.of(before, early, after, asked, locations).stream()
                    .anyMatch(Interruption::interrupts)
                : again && missing.stream().filter(kept::contains).anyMatch(this::isReplaced);
        findings.add(finding(phase, missing, effects, certain));
      }
    }
  }

  /** The record sets that the causes of a state remove. */
  private List<RecordKey> missing(Phase phase) {
    return phase.causes().stream()
        .filter(step -> !step.isWrite())
        .flatMap(step -> change(step).before().ownKeys().stream())
        .sorted(java.util.Comparator.comparing(RecordKey::toString))
        .toList();
  }

  private RecordChange change(Operation step) {
    return java.util.Objects.requireNonNull(byAddress.get(step.address()));
  }

  /** Whether one resource deletes and creates the record set. */
  private boolean isReplaced(RecordKey key) {
    return byAddress.values().stream()
        .anyMatch(
            change ->
                change.action().isReplacement()
                    && change.before().keys().contains(key)
                    && change.after().keys().contains(key));
  }

  private ChangeFinding finding(
      Phase phase, List<RecordKey> missing, List<Interruption> effects, boolean certain) {
    boolean interrupts = effects.stream().anyMatch(Interruption::interrupts);
    long seconds = PROPAGATION * (steps(phase) + 1);
    Gap gap = new Gap(seconds, interrupts ? NEGATIVE : 0, effects);
    Set<String> addresses = new TreeSet<>();
    phase.causes().forEach(step -> addresses.add(step.address()));
    return new ChangeFinding(
        Kind.MISSING,
        certain,
        subject(missing, effects),
        List.copyOf(addresses),
        words(phase, missing, certain),
        gap);
  }

  private static String subject(List<RecordKey> missing, List<Interruption> effects) {
    Set<String> subjects = new TreeSet<>();
    effects.stream()
        .filter(Interruption::interrupts)
        .forEach(effect -> subjects.add(effect.question().toString()));
    if (subjects.isEmpty()) {
      missing.forEach(key -> subjects.add(key.toString()));
    }
    List<String> all = List.copyOf(subjects);
    return all.size() <= 3
        ? String.join(", ", all)
        : String.join(", ", all.subList(0, 2)) + " and " + (all.size() - 2) + " more";
  }

  /** How many steps come after the first cause until everything is written. */
  private int steps(Phase phase) {
    int first = phase.causes().stream().mapToInt(order::depth).min().orElse(0);
    int last = first;
    for (RecordChange change : phases.changes(phase.component())) {
      Operation write = Operation.write(change.address());
      boolean open =
          Operation.of(change.address(), change.action()).contains(write)
              && !phase.worst().contains(write);
      last = open ? Math.max(last, order.depth(write)) : last;
    }
    return last - first;
  }

  private List<String> words(Phase phase, List<RecordKey> missing, boolean certain) {
    List<String> words = new ArrayList<>();
    String verb = certain ? " " : " may ";
    if (missing.isEmpty()) {
      words.add(
          "The alias"
              + verb
              + (certain ? "moves" : "move")
              + " before all record sets of its"
              + " target exist. Let it depend on all of them.");
      return words;
    }
    boolean again = missing.stream().anyMatch(kept::contains);
    words.add(
        "Terraform"
            + verb
            + (certain ? "deletes " : "delete ")
            + list(missing)
            + (again
                ? " before it creates " + them(missing) + " again."
                : " before what replaces " + them(missing) + " answers."));
    boolean depends =
        phase.causes().stream()
            .anyMatch(
                step ->
                    change(step).action() == Action.DELETE
                        && creatingFirst.writesBefore(step).size()
                            > order.writesBefore(step).size());
    if (!certain && depends) {
      words.add(
          "A plan does not show whether deleted resources have create_before_destroy. If they have"
              + " it in the state, nothing is missing.");
    }
    boolean stuck =
        phases.changes(phase.component()).stream()
            .anyMatch(change -> refused.contains(change.address()) && change.action().creates());
    if (stuck) {
      words.add(
          "If Route 53 refuses the new record sets, the old ones stay missing until a later apply"
              + " creates them.");
    }
    return words;
  }

  private static String them(Collection<?> several) {
    return several.size() == 1 ? "it" : "them";
  }

  private static String list(List<RecordKey> keys) {
    int most = 5;
    List<String> texts = keys.stream().map(RecordKey::toString).distinct().limit(most).toList();
    int more = keys.size() - texts.size();
    return String.join(", ", texts) + (more > 0 ? " and " + more + " more" : "");
  }

  private void addUntried(DnsName component, int count) {
    if (count > Phases.MOST) {
      findings.add(
          new ChangeFinding(
              Kind.NOT_KNOWN,
              false,
              component.text(),
              List.of(),
              List.of(
                  "Its record sets are deleted in "
                      + count
                      + " steps, of which only the first "
                      + Phases.MOST
                      + " were tried, so later gaps are not known."),
              null));
    }
  }
}
