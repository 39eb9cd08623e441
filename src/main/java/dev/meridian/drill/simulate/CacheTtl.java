package dev.meridian.drill.simulate;

import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.Value;
import dev.meridian.resolve.Cname;
import dev.meridian.resolve.DnsResult;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.LookupResult;
import dev.meridian.resolve.Outcome;
import dev.meridian.resolve.PlanIndex;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.client.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long a resolver keeps an answer.
 *
 * <p>Resolvers keep each CNAME on its own. Until the last of those with a choice has expired,
 * people can stay where they are, so its TTL counts; if none has a choice, the shortest.
 */
final class CacheTtl implements DnsResult.Cases<Long> {
  /**
   * Seconds of the zone's SOA record, which limit negative answers (RFC 2308, section 3), in a zone
   * as Route 53 creates it.
   *
   * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/SOA-NSrecords.html">NS
   *     and SOA records that Route 53 creates for a public hosted zone</a>
   */
  private static final long NEGATIVE = 900;

  /** Seconds for which resolvers keep a failure; an assumption (RFC 9520 asks for 1 to 300). */
  private static final long FAILURE = 5;

  private final Resolver resolver;
  private final long negative;

  CacheTtl(RoutingPlan plan, Resolver resolver) {
    this.resolver = resolver;
    Question soa = new Question(plan.zone(), RecordType.SOA);
    this.negative =
        resolver.answer(soa, Client.UNKNOWN, HealthState.ALL_HEALTHY).outcomes().stream()
            .map(Outcome::result)
            .filter(DnsResult.Values.class::isInstance)
            .map(result -> negative((DnsResult.Values) result))
            .findFirst()
            .orElse(NEGATIVE);
  }

  /** The smaller one of the record's TTL and its last field. */
  private static long negative(DnsResult.Values soa) {
    String text = soa.values().get(0).toString();
    String minimum = text.substring(text.lastIndexOf(' ') + 1);
    return minimum.matches("\\d{1,10}") ? Math.min(soa.ttl(), Long.parseLong(minimum)) : NEGATIVE;
  }

  /** Seconds. */
  long of(Question question, Outcome outcome) {
    List<Long> all = new ArrayList<>();
    List<Long> chosen = new ArrayList<>();
    Optional<Question> asked = Optional.of(question);
    for (Cname link : outcome.cnames()) {
      add(asked, link.ttl(), all, chosen);
      Value target = link.target();
      asked = resolver.next(question.type(), target);
    }
    if (asked.isPresent()) {
      add(asked, outcome.result().accept(this), all, chosen);
    }
    return chosen.isEmpty()
        ? all.stream().min(Long::compare).orElse(NEGATIVE)
        : chosen.stream().max(Long::compare).orElseThrow();
  }

  private void add(Optional<Question> asked, long ttl, List<Long> all, List<Long> chosen) {
    all.add(ttl);
    if (asked.map(resolver::enter).filter(CacheTtl::hasChoice).isPresent()) {
      chosen.add(ttl);
    }
  }

  private static boolean hasChoice(LookupResult found) {
    return found.group() != null
        && PlanIndex.closure(found.group()).stream().anyMatch(group -> group.members.length > 1);
  }

  @Override
  public Long values(DnsResult.Values result) {
    return result.ttl();
  }

  @Override
  public Long sample(DnsResult.Sample result) {
    return result.ttl();
  }

  @Override
  public Long resource(DnsResult.Resource result) {
    return DnsResult.RESOURCE_TTL;
  }

  /** Only behind a CNAME, whose own TTL counts. */
  @Override
  public Long elsewhere(DnsResult.Elsewhere result) {
    return Long.MAX_VALUE;
  }

  @Override
  public Long referral(DnsResult.Referral result) {
    return result.ttl();
  }

  @Override
  public Long setByRoute53(DnsResult.SetByRoute53 result) {
    return NEGATIVE;
  }

  @Override
  public Long noData(DnsResult.NoData result) {
    return negative;
  }

  @Override
  public Long nxDomain(DnsResult.NxDomain result) {
    return negative;
  }

  @Override
  public Long loop(DnsResult.Loop result) {
    return FAILURE;
  }
}
