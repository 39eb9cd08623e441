package dev.meridian.resolve.analysis;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordType;
import dev.meridian.resolve.IndexedRecord;
import dev.meridian.resolve.RecordGroup;
import dev.meridian.resolve.Resolver;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The records that the zone never answers with, because it delegates their names. Two kinds are in
 * use nevertheless: addresses of the name servers themselves, which referrals contain (glue, RFC
 * 1034, section 4.2.1), and records that aliases point to.
 */
final class OccludedRecords {
  private final Resolver resolver;

  OccludedRecords(Resolver resolver) {
    this.resolver = resolver;
  }

  /** The ones that nothing uses, in the plan's order. */
  List<IndexedRecord> unused(List<NameProof> proofs) {
    List<RecordGroup> occluded = resolver.index().occluded();
    if (occluded.isEmpty()) {
      return List.of();
    }
    Set<RecordGroup> used = new HashSet<>();
    proofs.forEach(proof -> used.addAll(resolver.groups(proof.question())));
    Set<DnsName> servers = nameServers();
    return occluded.stream()
        .filter(group -> !used.contains(group) && !isGlue(group, servers))
        .flatMap(group -> Stream.of(group.members))
        .toList();
  }

  private Set<DnsName> nameServers() {
    Set<DnsName> names = new HashSet<>();
    for (RecordGroup delegation : resolver.index().delegations()) {
      Stream.of(delegation.members)
          .flatMap(member -> member.record.data().parts().stream())
          .forEach(value -> DnsName.of(value).ifPresent(names::add));
    }
    return names;
  }

  private static boolean isGlue(RecordGroup group, Set<DnsName> servers) {
    RecordType type = group.key.type();
    return (type == RecordType.A || type == RecordType.AAAA) && servers.contains(group.key.name());
  }
}
