package dev.meridian.importing;

import dev.meridian.compile.GeneratedNames;
import dev.meridian.model.DnsName;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A simple alias to the name that Meridian generates for the policy behind a front door. */
final class FrontDoor {
  private FrontDoor() {}

  /** The groups behind the front doors of one name; empty unless all of them are front doors. */
  static Optional<Map<RecordType, RrsetKey>> groupsBehind(
      RecordLookup records, Map<RecordType, RrsetKey> keys, TreeReader.Naming naming) {
    Map<RecordType, RrsetKey> behind = new EnumMap<>(RecordType.class);
    for (RrsetKey key : keys.values()) {
      List<RecordSet> group = records.groups().getOrDefault(key, List.of());
      Optional<RrsetKey> target =
          group.size() == 1 ? groupBehind(records, group.get(0)) : Optional.empty();
      if (naming.literal()
          || target.filter(found -> !naming.names().contains(found.name())).isEmpty()) {
        return Optional.empty();
      }
      behind.put(key.type(), target.get());
    }
    return Optional.of(behind);
  }

  private static Optional<RrsetKey> groupBehind(RecordLookup records, RecordSet record) {
    boolean plain =
        record.policy().kind() == PolicyKind.SIMPLE
            && record.healthCheckId().isEmpty()
            && record.data() instanceof RecordData.RecordAlias alias
            && alias.evaluateTargetHealth();
    return record
        .aliasTarget()
        .filter(target -> plain && records.groups().containsKey(target))
        .filter(target -> isGenerated(records, record.name(), target));
  }

  private static boolean isGenerated(RecordLookup records, DnsName name, RrsetKey target) {
    PolicyKind kind = records.group(target).get(0).policy().kind();
    try {
      return target.name().equals(GeneratedNames.frontDoorGroup(records.zone(), name, kind));
    } catch (InvalidValue e) {
      return false; // Too long, so it is not generated.
    }
  }
}
