package dev.meridian.resolve;

import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Why one group of records gave its answer, and the groups behind it.
 *
 * @param subject the name and type of the group, or the question if no group answered
 * @param policy the group's routing policy; null if no group answered
 * @param rules the rules that apply, the decisive one first
 * @param rejected the group's other record sets
 * @param nearTie the Region that almost won; null if there is none
 */
public record Reason(
    String subject,
    @Nullable PolicyKind policy,
    List<Rule> rules,
    List<ChosenRecord> chosen,
    List<RejectedRecord> rejected,
    @Nullable NearTie nearTie) {

  public Reason {
    rules = List.copyOf(rules);
    chosen = List.copyOf(chosen);
    rejected = List.copyOf(rejected);
  }

  static Reason without(String subject, Rule rule) {
    return new Reason(subject, null, List.of(rule), List.of(), List.of(), null);
  }

  /** This reason with more rules. */
  Reason and(List<Rule> more) {
    List<Rule> all = new ArrayList<>(rules);
    all.addAll(more);
    return new Reason(subject, policy, all, chosen, rejected, nearTie);
  }

  /** This reason with {@code onward} behind every chosen record that has values. */
  Reason behind(Function<RecordSet, Optional<Reason>> onward) {
    List<ChosenRecord> extended = chosen.stream().map(choice -> choice.with(onward)).toList();
    return new Reason(subject, policy, rules, extended, rejected, nearTie);
  }

  public Optional<PolicyKind> routingPolicy() {
    return Optional.ofNullable(policy);
  }

  public Optional<NearTie> tie() {
    return Optional.ofNullable(nearTie);
  }

  /** The near ties here and in the groups behind it, each once. */
  public List<NearTie> ties() {
    Set<NearTie> ties = new LinkedHashSet<>();
    tie().ifPresent(ties::add);
    chosen.forEach(choice -> choice.behind().ifPresent(next -> ties.addAll(next.ties())));
    return List.copyOf(ties);
  }

  /** This reason and those behind it, one line each, indented by two spaces per level. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    ReasonFormatter.write(this, 0, lines);
    return lines;
  }
}
