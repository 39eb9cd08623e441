package dev.meridian.importing;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** The TTLs of a name, for which a declaration has a single value. */
record NameTtls(RecordLookup records, Set<RrsetKey> seen) {
  private static final long DEFAULT = 60;

  /** All TTLs of the records that answer for a name, in seconds. */
  static NavigableSet<Long> of(RecordLookup records, DnsName name, Collection<RecordType> types) {
    NavigableSet<Long> own = new TreeSet<>();
    NavigableSet<Long> shared = new TreeSet<>();
    NameTtls ttls = new NameTtls(records, new HashSet<>());
    types.forEach(type -> ttls.collect(new RrsetKey(name, type), own, shared));
    // A group that names share has the shortest of their TTLs, so this name's TTL is not shorter.
    return own.isEmpty() ? shared.descendingSet().headSet(longest(shared), true) : own;
  }

  private static long longest(NavigableSet<Long> ttls) {
    return ttls.isEmpty() ? DEFAULT : ttls.last();
  }

  private void collect(RrsetKey key, NavigableSet<Long> own, NavigableSet<Long> shared) {
    if (!seen.add(key)) {
      return;
    }
    for (RecordSet record : records.groups().getOrDefault(key, java.util.List.of())) {
      if (record.data() instanceof RecordData.Values values) {
        own.add(values.ttl());
      } else if (record.data() instanceof RecordData.RecordAlias alias) {
        RrsetKey target = new RrsetKey(alias.target(), record.type());
        boolean sharedGroup =
            records.groups().containsKey(target)
                && records
                    .servers(target)
                    .filter(s -> target.name().equals(records.zone().child("_" + s.prefix())))
                    .isPresent();
        collect(target, sharedGroup ? shared : own, shared);
      }
    }
  }

  /** The most frequent TTL; the shortest of several. */
  static long usual(Collection<Long> ttls) {
    Map<Long, Integer> uses = new HashMap<>();
    ttls.forEach(ttl -> uses.merge(ttl, 1, Integer::sum));
    return uses.entrySet().stream()
        .max(
            Map.Entry.<Long, Integer>comparingByValue()
                .thenComparing(Map.Entry.<Long, Integer>comparingByKey().reversed()))
        .map(Map.Entry::getKey)
        .orElse(DEFAULT);
  }
}
