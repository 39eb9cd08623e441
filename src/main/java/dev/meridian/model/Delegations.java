package dev.meridian.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of a zone that NS records below its apex delegate to other name servers. A server
 * answers questions about the delegated name and all names below it with a referral (RFC 1034,
 * section 4.3.2, step 3b). Only the DS records of the delegated name belong to the zone above (RFC
 * 4035, section 3.1.4.1). NS records at the apex delegate nothing.
 */
public final class Delegations {
  private final DnsName zone;
  private final Set<DnsName> cuts = new HashSet<>();

  private Delegations(DnsName zone) {
    this.zone = zone;
  }

  /** The delegations among {@code groups}, which are record sets of {@code zone}. */
  public static Delegations of(DnsName zone, Collection<RrsetKey> groups) {
    Delegations delegations = new Delegations(zone);
    for (RrsetKey group : groups) {
      DnsName name = group.name();
      if (group.type() == RecordType.NS && !name.equals(zone) && name.isWithin(zone)) {
        delegations.cuts.add(name);
      }
    }
    return delegations;
  }

  /**
   * The delegated name that answers for {@code key}: the name itself or one above it. If several
   * are, the one closest to the apex. Empty if the zone itself answers.
   */
  public Optional<DnsName> of(RrsetKey key) {
    if (cuts.isEmpty()) {
      return Optional.empty();
    }
    Optional<DnsName> found = Optional.empty();
    Optional<DnsName> up = Optional.of(key.name());
    while (up.isPresent() && !up.get().equals(zone)) {
      if (cuts.contains(up.get())) {
        found = up;
      }
      up = up.get().parent();
    }
    return found.filter(cut -> key.type() != RecordType.DS || !cut.equals(key.name()));
  }

  /**
   * Whether the zone never answers with the record sets {@code key}, because it delegates their
   * name. The NS records that delegate are part of each referral.
   */
  public boolean occlude(RrsetKey key) {
    return of(key)
        .filter(cut -> key.type() != RecordType.NS || !cut.equals(key.name()))
        .isPresent();
  }
}
