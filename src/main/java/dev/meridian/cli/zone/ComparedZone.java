package dev.meridian.cli.zone;

import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.LoadedPlan;
import dev.meridian.cli.option.PlanSource;
import dev.meridian.cli.view.change.StayingText;
import dev.meridian.declaration.Ownership;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.resolve.analysis.StayingRecords;
import dev.meridian.stacks.DnsAddresses;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The two sides of a comparison. If one of them manages only a part of a zone that exists, it gets
 * the other record sets of the zone, as far as the other side shows them: they stay when it is
 * applied. docs/commands.md has the rules for each combination.
 */
public record ComparedZone(LoadedPlan before, LoadedPlan after, StayingText staying) {

  public static ComparedZone of(LoadedPlan before, LoadedPlan after) {
    ComparedZone unchanged = new ComparedZone(before, after, StayingText.NONE);
    if (!isSameZone(before, after)) {
      return unchanged;
    }
    if (after.isPartOfZone()) {
      return intoAfter(before, after).orElse(unchanged);
    }
    return before.isPartOfZone() && after.source().kind() == PlanSource.Kind.LIVE
        ? intoBefore(before, after)
        : unchanged;
  }

  /** Zones of one name are different if both IDs are known and differ. */
  private static boolean isSameZone(LoadedPlan before, LoadedPlan after) {
    Optional<String> one = before.knownZoneId();
    Optional<String> other = after.knownZoneId();
    return before.plan().zone().equals(after.plan().zone())
        && (one.isEmpty() || other.isEmpty() || one.equals(other));
  }

  private static Optional<ComparedZone> intoAfter(LoadedPlan before, LoadedPlan after) {
    boolean declared = after.source().kind() == PlanSource.Kind.DECLARATION;
    return switch (before.source().kind()) {
      case DECLARATION -> Optional.empty(); // both describe the same stacks
      case LIVE -> Optional.of(stay(before, after, declared ? unseenState(after) : List.of()));
      case STATE -> Optional.of(declared ? ofState(before, after) : stay(before, after, List.of()));
      case PLAN -> declared ? Optional.of(ofState(before, after)) : Optional.empty();
    };
  }

  private static ComparedZone intoBefore(LoadedPlan before, LoadedPlan after) {
    StayingRecords merged = merged(before, after);
    return new ComparedZone(
        before.withZone(merged.plan(), merged.unread()),
        after,
        text(merged, "because " + before.name() + " does not manage", List.of()));
  }

  private static StayingRecords merged(LoadedPlan part, LoadedPlan zone) {
    return StayingRecords.of(
        new StayingRecords.Part(part.plan(), part.unread()),
        new StayingRecords.Part(zone.plan(), zone.unread()),
        part.source().deleted());
  }

  private static ComparedZone stay(LoadedPlan before, LoadedPlan after, List<String> basis) {
    StayingRecords merged = merged(after, before);
    boolean declared = after.source().kind() == PlanSource.Kind.DECLARATION;
    String because = "because " + after.name() + " does not " + (declared ? "manage" : "delete");
    return new ComparedZone(
        before, after.withZone(merged.plan(), merged.unread()), text(merged, because, basis));
  }

  private static StayingText text(StayingRecords merged, String because, List<String> basis) {
    List<RrsetKey> unread = List.copyOf(merged.stayingUnread());
    boolean none = merged.staying().isEmpty() && unread.isEmpty();
    return none ? StayingText.NONE : new StayingText(merged.staying(), unread, because, basis);
  }

  private static List<String> unseenState(LoadedPlan declared) {
    return List.of(
        "If the state of the stack of "
            + declared.name()
            + " contains one of them, Terraform deletes it. To see that, compare that state with "
            + declared.name()
            + ".");
  }

  private static ComparedZone ofState(LoadedPlan before, LoadedPlan after) {
    if (isStateOf(before, after)) {
      Set<RrsetKey> declared = withOwnership(after).groups().keySet();
      if (declared.containsAll(before.plan().groups().keySet()) && before.unread().isEmpty()) {
        return new ComparedZone(before, after, StayingText.NONE); // Nothing is deleted or stays.
      }
      String basis =
          before.name()
              + " is taken as the state of the stack of "
              + after.name()
              + ", because the record sets of both have the same Terraform addresses. Terraform"
              + " deletes those that are no longer declared.";
      return new ComparedZone(
          before, after, new StayingText(List.of(), List.of(), "", List.of(basis)));
    }
    String basis =
        before.name()
            + " is taken as another stack, because its Terraform addresses are not those of the stack"
            + " of "
            + after.name()
            + ".";
    return stay(before, after, List.of(basis));
  }

  /** Whether all record sets that both have, at least one, have the stack's addresses. */
  private static boolean isStateOf(LoadedPlan state, LoadedPlan declared) {
    DeclarationOption.Loaded loaded = declared.declared();
    if (loaded == null) {
      return false;
    }
    DnsAddresses addresses = DnsAddresses.of(loaded.deployment(), declared.plan());
    Set<RecordKey> own = keys(declared).collect(Collectors.toSet());
    List<RecordKey> shared = keys(state).filter(own::contains).toList();
    return !shared.isEmpty()
        && shared.stream().allMatch(key -> isOwn(address(state, key), addresses.record(key)));
  }

  /** With or without via, a name has other addresses. */
  private static boolean isOwn(String stored, String declared) {
    return stored.equals(declared)
        || (DnsAddresses.isRootRecord(stored)
            && DnsAddresses.isPolicy(stored) != DnsAddresses.isPolicy(declared));
  }

  private static RoutingPlan withOwnership(LoadedPlan declared) {
    DeclarationOption.Loaded loaded = declared.declared();
    return loaded == null
        ? declared.plan()
        : Ownership.of(loaded.deployment()).with(declared.plan());
  }

  private static Stream<RecordKey> keys(LoadedPlan loaded) {
    return loaded.plan().records().stream().map(RecordSet::key);
  }

  private static String address(LoadedPlan state, RecordKey key) {
    return state.origins().of(key).map(Origin::path).map(path -> path.text()).orElse("");
  }
}
