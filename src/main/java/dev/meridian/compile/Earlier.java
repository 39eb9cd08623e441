package dev.meridian.compile;

import dev.meridian.declaration.EarlierName;
import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.PolicyTree.Target;
import dev.meridian.model.DnsName;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RrsetKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a group of records had instead of its present names. Each list is empty if nothing was
 * renamed; otherwise it begins with the oldest.
 *
 * @param groups names of the group
 * @param labels what its set identifiers were, or began with
 */
record Earlier(List<DnsName> groups, List<String> labels) {
  static final Earlier NOTHING = new Earlier(List.of(), List.of());

  /** More combinations of earlier labels than this belong to no file that people write. */
  private static final int MOST = 64;

  Earlier {
    groups = List.copyOf(groups);
    labels = List.copyOf(labels);
  }

  /**
   * The labels that a branch had: what it says itself, and the names of the endpoint that it is
   * named after.
   */
  static List<String> labels(Branch branch, @Nullable CompiledEndpoint endpoint) {
    List<String> labels = new ArrayList<>();
    if (endpoint != null
        && branch.target() instanceof Target.ToEndpoint
        && branch.label().equals(endpoint.name())) {
      labels.addAll(endpoint.earlier());
    }
    branch
        .record()
        .earlierName()
        .map(EarlierName::text)
        .filter(text -> !labels.contains(text))
        .ifPresent(labels::add);
    return labels;
  }

  /** The keys that a record set of {@code group} had. */
  List<RecordKey> keys(RrsetKey group, @Nullable String identifier) {
    return keys(group, identifier, label -> label);
  }

  /** A set identifier that contains a label. */
  interface Identifier {
    String of(String label);
  }

  /**
   * The keys that a record set of {@code group} had.
   *
   * @param label null for record sets without a set identifier
   */
  List<RecordKey> keys(RrsetKey group, @Nullable String label, Identifier identifier) {
    if (label == null) {
      return groups.stream()
          .map(name -> new RecordKey(new RrsetKey(name, group.type()), null))
          .toList();
    }
    return combined(
        groups,
        group.name(),
        labels,
        label,
        (name, text) -> new RecordKey(new RrsetKey(name, group.type()), identifier.of(text)));
  }

  /**
   * Every combination of two names, each of which may have been another, without the present one.
   * Combinations that were never valid are left out.
   */
  static <A, B, R> List<R> combined(
      List<A> earlier, A now, List<B> earlierBelow, B nowBelow, BiFunction<A, B, R> combine) {
    List<R> all = new ArrayList<>();
    for (A one : with(earlier, now)) {
      for (B other : with(earlierBelow, nowBelow)) {
        valid(() -> combine.apply(one, other)).ifPresent(all::add);
      }
    }
    R present = combine.apply(now, nowBelow);
    List<R> others = all.stream().filter(one -> !one.equals(present)).distinct().toList();
    return others.subList(Math.max(0, others.size() - MOST), others.size());
  }

  /** A name that may have existed; empty if AWS never accepted it. */
  static <T> Optional<T> valid(Supplier<T> made) {
    try {
      return Optional.of(made.get());
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }

  private static <T> List<T> with(List<T> earlier, T now) {
    List<T> all = new ArrayList<>(earlier);
    all.add(now);
    return all;
  }
}
