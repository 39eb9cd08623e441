package dev.meridian.serve;

import dev.meridian.model.DnsName;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordType;
import dev.meridian.resolve.DnsResult;
import dev.meridian.resolve.Evaluation;
import dev.meridian.resolve.LookupResult;
import dev.meridian.resolve.Outcome;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.RecordGroup;
import dev.meridian.resolve.client.Client;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;

/** The answers of a zone in one state of health. Each is compiled when it is first needed. */
final class ZoneAnswers {
  /** Policies whose answer depends on where the client is. */
  private static final Set<PolicyKind> BY_LOCATION =
      EnumSet.of(
          PolicyKind.LATENCY,
          PolicyKind.GEOLOCATION,
          PolicyKind.GEOPROXIMITY,
          PolicyKind.IP_BASED,
          PolicyKind.AZ_AFFINITY);

  /** So many replies are kept; names below a wildcard are endless. */
  private static final int KEPT = 20_000;

  /** Route 53 uses no more bits of a client subnet. */
  private static final int SCOPE_IPV4 = 24;

  private static final int SCOPE_IPV6 = 48;

  private final Served served;
  private final ReplyMaker maker;
  private final Name zone;

  /** Whether answers depend on addresses, and not only on where the address is. */
  private final boolean usesAddresses;

  /** The ones used last are at the end. */
  private final Map<Asked, Replies> kept = new LinkedHashMap<>(16, 0.75f, true);

  private int size;

  /** Clients with the same outcomes get the same replies. Empty if all clients do. */
  private record Asked(Question question, List<Outcome> outcomes) {}

  ZoneAnswers(Served served) {
    this.served = served;
    this.zone = WireNames.of(served.zone());
    this.usesAddresses = served.resolver().index().usesAddresses();
    this.maker =
        new ReplyMaker(
            served.standIns(),
            new ApexStandIns(served.zone(), served.resolver()),
            served.resolver().index());
  }

  /**
   * For which clients an answer is that depends on the client (RFC 7871, section 7.2.1), in bits of
   * the client subnet. If the zone has CIDR collections, no shorter subnet than the one in the
   * question is certain to be in the same block.
   *
   * @param decided the bits of the address that decided where the client is
   * @param asked the bits of the client subnet in the question
   */
  int scope(int decided, int asked, boolean isIpv4) {
    int least = usesAddresses ? asked : 1;
    return asked == 0 ? 0 : Math.min(Math.max(decided, least), isIpv4 ? SCOPE_IPV4 : SCOPE_IPV6);
  }

  /** Whether a name is in the zone. */
  boolean contains(Name name) {
    return name.subdomain(zone);
  }

  /** The name to ask for. One that Route 53 cannot have is asked as one that does not exist. */
  DnsName asked(Name name) {
    return WireNames.read(name)
        .orElseGet(() -> served.zone().child("name-with-other-octets.invalid"));
  }

  /**
   * Every answer that {@code client} can get.
   *
   * @param type also one that Route 53 does not have
   */
  Replies replies(DnsName name, int type, Client client) {
    Optional<RecordType> known = ReplyMaker.type(type);
    return known.isPresent()
        ? replies(new Question(name, known.get()), client)
        : withoutType(name, client);
  }

  private Replies replies(Question question, Client client) {
    boolean located = isLocated(question);
    Asked asked = new Asked(question, located ? outcomes(question, client) : List.of());
    synchronized (kept) {
      Replies known = kept.get(asked);
      if (known != null) {
        return known;
      }
    }
    Replies made = made(question, located ? asked.outcomes : outcomes(question, client), located);
    keep(asked, made);
    return made;
  }

  private void keep(Asked asked, Replies made) {
    synchronized (kept) {
      Replies before = kept.put(asked, made);
      size += made.all().size() - (before == null ? 0 : before.all().size());
      Iterator<Replies> oldest = kept.values().iterator();
      while (size > KEPT && kept.size() > 1) {
        size -= oldest.next().all().size();
        oldest.remove();
      }
    }
  }

  /** Without the record sets, because different ones can give the same answer. */
  private List<Outcome> outcomes(Question question, Client client) {
    Evaluation evaluation = new Evaluation(served.resolver().order(client), served.health());
    return served.resolver().outcomes(question, evaluation).stream()
        .map(each -> new Outcome(each.probability(), each.cnames(), each.result(), null))
        .toList();
  }

  private Replies made(Question question, List<Outcome> outcomes, boolean located) {
    if (!served.resolver().unread(question, served.outage()).isEmpty()) {
      return new Replies(
          List.of(new Reply(Rcode.SERVFAIL, false, List.of(), List.of())),
          List.of(BigFraction.ONE),
          located);
    }
    return new Replies(
        outcomes.stream().map(outcome -> maker.made(question, outcome)).toList(),
        outcomes.stream().map(Outcome::probability).toList(),
        located);
  }

  private boolean isLocated(Question question) {
    return served.resolver().groups(question).stream()
        .map(group -> group.kind)
        .anyMatch(BY_LOCATION::contains);
  }

  /**
   * The question whose answer a question for a type that Route 53 does not have gets: its CNAME
   * record, a referral, or nothing.
   */
  private Replies withoutType(DnsName name, Client client) {
    Question question = new Question(name, RecordType.CNAME);
    LookupResult found = served.resolver().enter(question);
    if (found.group() != null || !(found.result() instanceof DnsResult.NoData)) {
      return replies(question, client);
    }
    return Replies.only(maker.made(question, nothing(found.result())));
  }

  private static Outcome nothing(DnsResult result) {
    return new Outcome(BigFraction.ONE, List.of(), result, null);
  }

  /** Whether the name exists, and is not delegated. */
  boolean exists(DnsName name) {
    DnsResult result = served.resolver().enter(new Question(name, RecordType.TXT)).result();
    Optional<RecordGroup> group =
        Optional.ofNullable(served.resolver().enter(new Question(name, RecordType.TXT)).group());
    return group.isPresent()
        || !(result instanceof DnsResult.NxDomain || result instanceof DnsResult.Referral);
  }
}
