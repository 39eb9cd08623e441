package dev.meridian.resolve;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the group that answers a question: by its name, a wildcard, or a CNAME.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html">Using
 *     an asterisk in the names of records</a>
 */
final class NameLookup {
  private final PlanIndex index;
  private final Interpretation interpretation;

  NameLookup(PlanIndex index, Interpretation interpretation) {
    this.index = index;
    this.interpretation = interpretation;
  }

  LookupResult enter(Question question) {
    DnsName name = question.name();
    if (!name.isWithin(index.zone)) {
      return LookupResult.ended(new DnsResult.NxDomain(), Rule.NOT_IN_ZONE);
    }
    RecordGroup delegation = index.delegation(question.group());
    if (delegation != null) {
      return LookupResult.ended(referral(delegation), Rule.DELEGATION);
    }
    if (name.equals(index.zone) && ApexRecords.isOne(question.type())) {
      return apex(question.type());
    }
    DnsName owner = owner(name);
    if (owner == null) {
      return absent(name);
    }
    List<Rule> rules = new ArrayList<>(2);
    if (!owner.equals(name)) {
      rules.add(Rule.WILDCARD);
    }
    RecordGroup group = index.group(owner, question.type());
    if (group == null) {
      group = index.group(owner, RecordType.CNAME);
      rules.add(Rule.CNAME_ANY_TYPE);
    }
    return group == null
        ? LookupResult.ended(new DnsResult.NoData(), Rule.ALIAS_TYPE)
        : LookupResult.at(group, rules);
  }

  private static DnsResult referral(RecordGroup delegation) {
    RecordData servers = delegation.members[0].record.data();
    long ttl = servers instanceof RecordData.Values values ? values.ttl() : 0;
    return new DnsResult.Referral(delegation.key.name(), servers.parts(), ttl);
  }

  private LookupResult apex(RecordType type) {
    RecordGroup known = index.apex(type);
    return known == null
        ? LookupResult.ended(
            new DnsResult.SetByRoute53(index.apexRecords.zoneExists()), Rule.SET_BY_ROUTE_53)
        : LookupResult.at(known, List.of());
  }

  /**
   * The name whose records answer for {@code name}, itself or a wildcard; null if there is none.
   */
  @Nullable DnsName owner(DnsName name) {
    return index.owns(name) ? name : wildcard(name);
  }

  /** The wildcard that answers for a name without records; null if there is none. */
  private @Nullable DnsName wildcard(DnsName name) {
    boolean strict = interpretation.has(Interpretation.Reading.WILDCARDS_RFC_4592);
    if (strict && index.hasNamesBelow(name)) {
      return null;
    }
    DnsName up = name.parent().orElse(null);
    while (up != null && up.isWithin(index.zone)) {
      DnsName wildcard = up.child("*");
      if (index.owns(wildcard)) {
        return wildcard;
      }
      if (strict && (index.owns(up) || index.hasNamesBelow(up))) {
        return null;
      }
      up = up.parent().orElse(null);
    }
    return null;
  }

  private LookupResult absent(DnsName name) {
    boolean below =
        interpretation.has(Interpretation.Reading.WILDCARD_PARENT_NXDOMAIN)
            ? index.hasPlainNamesBelow(name)
            : index.hasNamesBelow(name);
    return below || name.equals(index.zone)
        ? LookupResult.ended(new DnsResult.NoData(), Rule.ALIAS_TYPE)
        : LookupResult.ended(new DnsResult.NxDomain(), Rule.NXDOMAIN);
  }
}
