package dev.meridian.resolve;

import dev.meridian.model.Answer;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.DnsName;
import dev.meridian.model.GroupKey;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.UnreadRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A plan prepared for many questions: groups linked to the groups their aliases lead to. */
final class Index {
  final DnsName zone;
  private final Map<GroupKey, Group> groups = new LinkedHashMap<>();
  private final Map<String, Blocks> blocks = new HashMap<>();
  private final Map<String, CidrCollection> collections = new HashMap<>();
  private final Map<String, HealthCheck> checks;
  private final List<UnreadRecord> unread;
  private final Set<DnsName> owners = new HashSet<>();
  private final Set<DnsName> ancestors = new HashSet<>();
  private final Set<DnsName> plainAncestors = new HashSet<>();

  /**
   * @param unread what the plan lacks; its names exist all the same
   */
  Index(RoutingPlan plan, Collection<UnreadRecord> unread) {
    zone = plan.zone();
    checks = plan.healthChecksById();
    this.unread = List.copyOf(unread);
    this.unread.forEach(record -> record.owner().ifPresent(this::addName));
    int number = 0;
    for (Map.Entry<GroupKey, List<RecordSet>> entry : plan.groups().entrySet()) {
      List<Member> members = new ArrayList<>();
      for (RecordSet record : entry.getValue()) {
        members.add(new Member(record, number++));
      }
      groups.put(entry.getKey(), new Group(entry.getKey(), members));
      addName(entry.getKey().name());
    }
    groups.values().forEach(this::link);
    Loops.mark(groups.values());
    for (CidrCollection collection : plan.cidrCollections()) {
      collections.put(collection.name(), collection);
      blocks.put(collection.name(), new Blocks(collection));
    }
  }

  private void addName(DnsName owner) {
    owners.add(owner);
    boolean plain = owner.labels().stream().noneMatch("*"::equals);
    Optional<DnsName> up = owner.parent();
    while (up.isPresent() && up.get().isWithin(zone)) {
      ancestors.add(up.get());
      if (plain) {
        plainAncestors.add(up.get());
      }
      up = up.get().parent();
    }
  }

  private void link(Group group) {
    for (Member member : group.members) {
      if (member.record.answer() instanceof Answer.RecordAlias alias) {
        member.link(groups.get(new GroupKey(alias.target(), group.key.type())));
      }
    }
  }

  Collection<Group> groups() {
    return groups.values();
  }

  @Nullable Group group(DnsName name, RecordType type) {
    return groups.get(new GroupKey(name, type));
  }

  @Nullable Blocks blocks(String collection) {
    return blocks.get(collection);
  }

  @Nullable CidrCollection collection(String name) {
    return collections.get(name);
  }

  @Nullable HealthCheck check(String id) {
    return checks.get(id);
  }

  /** The record sets of this zone that could not be read. */
  List<UnreadRecord> unread() {
    return unread;
  }

  boolean owns(DnsName name) {
    return owners.contains(name);
  }

  /** Whether some name with records lies below {@code name}. */
  boolean hasNamesBelow(DnsName name) {
    return ancestors.contains(name);
  }

  /** The same, where the name is not the wildcard's or below it. */
  boolean hasPlainNamesBelow(DnsName name) {
    return plainAncestors.contains(name);
  }

  /**
   * Groups with names that people ask for: not those that aliases lead to and whose name begins
   * with {@code _}, as no host's does (RFC 8552).
   */
  List<Group> asked() {
    Set<Group> led = new HashSet<>();
    for (Group group : groups.values()) {
      for (Member member : group.members) {
        if (member.linked() != null && member.linked() != group) {
          led.add(member.linked());
        }
      }
    }
    return groups.values().stream()
        .filter(group -> !led.contains(group) || !isHidden(group.key.name()))
        .toList();
  }

  /** The same of what could not be read, where its name is known. */
  List<UnreadRecord> askedUnread() {
    Set<DnsName> led = new HashSet<>();
    for (Group group : groups.values()) {
      for (Member member : group.members) {
        if (member.record.answer() instanceof Answer.RecordAlias alias) {
          led.add(alias.target());
        }
      }
    }
    return unread.stream()
        .filter(
            record ->
                record.owner().filter(name -> !led.contains(name) || !isHidden(name)).isPresent())
        .toList();
  }

  private static boolean isHidden(DnsName name) {
    return name.text().startsWith("_");
  }

  /** {@code root} and every group its aliases lead to, each once, in order of discovery. */
  static List<Group> closure(Group root) {
    Set<Group> seen = new LinkedHashSet<>();
    List<Group> open = new ArrayList<>(List.of(root));
    while (!open.isEmpty()) {
      Group group = open.remove(open.size() - 1);
      if (seen.add(group)) {
        for (Member member : group.members) {
          if (member.target() != null) {
            open.add(member.target());
          }
        }
      }
    }
    return List.copyOf(seen);
  }
}
