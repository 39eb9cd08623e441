package dev.meridian.serve;

import dev.meridian.model.DnsName;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordType;
import dev.meridian.resolve.Client;
import dev.meridian.resolve.DnsResult;
import dev.meridian.resolve.Evaluation;
import dev.meridian.resolve.LookupResult;
import dev.meridian.resolve.Outcome;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.RecordGroup;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.numbers.fraction.BigFraction;
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

  /** So many different questions and clients are kept; names below a wildcard are endless. */
  private static final int KEPT = 20_000;

  private final Served served;
  private final ReplyMaker maker;
  private final Map<Asked, Replies> kept = new ConcurrentHashMap<>();

  /** Whether answers depend on addresses, and not only on where the address is. */
  final boolean usesAddresses;

  private record Asked(Question question, Client client) {}

  ZoneAnswers(Served served) {
    this.served = served;
    this.usesAddresses = served.resolver().index().usesAddresses();
    this.maker =
        new ReplyMaker(
            served.standIns(),
            new ApexStandIns(served.zone(), served.resolver()),
            served.resolver().index());
  }

  DnsName zone() {
    return served.zone();
  }

  /** Every answer to {@code question} that {@code client} can get. */
  Replies replies(Question question, Client client) {
    Asked asked = new Asked(question, client);
    Replies known = kept.get(asked);
    if (known != null) {
      return known;
    }
    Replies made = made(question, client);
    if (kept.size() >= KEPT) {
      kept.clear();
    }
    kept.put(asked, made);
    return made;
  }

  private Replies made(Question question, Client client) {
    boolean located = isLocated(question);
    if (!served.resolver().unread(question, served.outage()).isEmpty()) {
      Reply failed = new Reply(Rcode.SERVFAIL, false, List.of(), List.of());
      return new Replies(List.of(random -> failed), List.of(BigFraction.ONE), located);
    }
    Evaluation evaluation = new Evaluation(served.resolver().order(client), served.health());
    List<Replies.Drawn> replies = new ArrayList<>();
    List<BigFraction> chances = new ArrayList<>();
    for (Outcome outcome : served.resolver().outcomes(question, evaluation)) {
      replies.add(maker.made(question, outcome));
      chances.add(outcome.probability());
    }
    return new Replies(replies, chances, located);
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
  Replies withoutType(DnsName name, Client client) {
    Question question = new Question(name, RecordType.CNAME);
    LookupResult found = served.resolver().enter(question);
    if (found.group() != null || !(found.result() instanceof DnsResult.NoData)) {
      return replies(question, client);
    }
    return new Replies(
        List.of(maker.made(question, nothing(found.result()))), List.of(BigFraction.ONE), false);
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
