package dev.meridian.change;

import dev.meridian.change.ChangeFinding.Kind;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.UnreadRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Aliases to record sets that do not exist when the alias is written, or afterwards.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html">API
 *     AliasTarget</a>
 */
final class TargetChecks {
  private final Changes changes;
  private final ApplyOrder order;
  private final Map<RrsetKey, List<RecordChange>> groups = new HashMap<>();
  private final Set<RrsetKey> unreadGroups = new HashSet<>();
  private boolean anyUnread;

  private TargetChecks(Changes changes, ApplyOrder order) {
    this.changes = changes;
    this.order = order;
    for (RecordChange change : changes.records()) {
      Stream.of(change.before(), change.after())
          .flatMap(version -> version.records().stream())
          .map(RecordSet::group)
          .distinct()
          .forEach(key -> groups.computeIfAbsent(key, k -> new ArrayList<>()).add(change));
      UnreadRecord unread = change.after().unread();
      if (unread != null) {
        unread.group().ifPresent(unreadGroups::add);
        anyUnread |= unread.group().isEmpty();
      }
    }
  }

  static List<ChangeFinding> of(Changes changes, ApplyOrder order) {
    TargetChecks checks = new TargetChecks(changes, order);
    List<ChangeFinding> findings = new ArrayList<>();
    for (RecordChange change : changes.records()) {
      // Route 53 creates the record sets of an instance in the right order.
      change.after().records().stream()
          .filter(alias -> alias.aliasTarget().filter(to -> isIn(change.after(), to)).isEmpty())
          .flatMap(
              alias ->
                  alias.aliasTarget().flatMap(to -> checks.finding(change, alias, to)).stream())
          .forEach(findings::add);
    }
    return findings;
  }

  private Optional<ChangeFinding> finding(RecordChange change, RecordSet alias, RrsetKey target) {
    List<RecordChange> members = groups.getOrDefault(target, List.of());
    boolean writes =
        Operation.of(change.address(), change.action()).stream().anyMatch(Operation::isWrite);
    boolean stays = members.stream().anyMatch(member -> isIn(member.after(), target));
    boolean unread = anyUnread || unreadGroups.contains(target);
    if (unread) {
      return Optional.empty();
    }
    if (!stays) {
      boolean was = members.stream().anyMatch(member -> isIn(member.before(), target));
      if (was) {
        return Optional.of(deleted(change, alias, target, members));
      }
      return writes && changes.zoneAction() == Action.CREATE
          ? Optional.of(missing(change, alias, target, true))
          : Optional.empty(); // it may exist, because these stacks do not manage the whole zone
    }
    if (!writes) {
      return Optional.empty();
    }
    Operation write = Operation.write(change.address());
    if (members.stream().anyMatch(member -> certainlyThere(member, target, write))) {
      return Optional.empty();
    }
    boolean never = members.stream().noneMatch(member -> maybeThere(member, target, write));
    return Optional.of(missing(change, alias, target, never));
  }

  private static boolean isIn(RecordVersion version, RrsetKey group) {
    return version.records().stream().anyMatch(record -> record.group().equals(group));
  }

  private boolean certainlyThere(RecordChange member, RrsetKey group, Operation write) {
    boolean before = isIn(member.before(), group);
    boolean after = isIn(member.after(), group);
    Operation writes = Operation.write(member.address());
    Operation removes = Operation.remove(member.address());
    if (before && after && !member.action().deletes()) {
      return true;
    }
    if (before && after && member.action() == Action.CREATE_THEN_DELETE) {
      return true;
    }
    boolean notGone =
        before && order.isBefore(write, member.action() == Action.UPDATE ? writes : removes);
    return notGone || (after && order.isBefore(writes, write));
  }

  private boolean maybeThere(RecordChange member, RrsetKey group, Operation write) {
    Operation writes = Operation.write(member.address());
    Operation removes = Operation.remove(member.address());
    boolean gone = order.isBefore(member.action() == Action.UPDATE ? writes : removes, write);
    return (isIn(member.before(), group) && !gone)
        || (isIn(member.after(), group) && !order.isBefore(write, writes));
  }

  private static ChangeFinding deleted(
      RecordChange change, RecordSet alias, RrsetKey target, List<RecordChange> members) {
    List<String> addresses = new ArrayList<>(members.stream().map(RecordChange::address).toList());
    addresses.add(change.address());
    return new ChangeFinding(
        Kind.MISSING,
        true,
        alias.key().toString(),
        addresses,
        List.of(
            "It stays an alias to " + target + ", but no record set of that name and type is left.",
            "Change the alias first, and delete its target in a later run."),
        null);
  }

  private static ChangeFinding missing(
      RecordChange change, RecordSet alias, RrsetKey target, boolean certain) {
    return new ChangeFinding(
        Kind.REFUSED,
        certain,
        alias.key().toString(),
        List.of(change.address()),
        List.of(
            "Route 53 "
                + (certain ? "refuses" : "may refuse")
                + " this alias, because "
                + target
                + (certain ? " does not exist then." : " may not exist yet, or no longer."),
            "Let the alias refer to its target, such as with depends_on."),
        null);
  }
}
