package dev.meridian.resolve;

import dev.meridian.model.Value;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The parts of an answer that are known only after apply. */
final class AnswerReferences implements DnsResult.Cases<Stream<Value>> {
  private static final AnswerReferences VALUES = new AnswerReferences();

  private AnswerReferences() {}

  /** Each once, sorted by address. */
  static List<Value.Reference> of(Outcome outcome) {
    return Stream.concat(
            outcome.cnames().stream().map(Cname::target), outcome.result().accept(VALUES))
        .filter(Value.Reference.class::isInstance)
        .map(Value.Reference.class::cast)
        .distinct()
        .sorted(Comparator.comparing(Value.Reference::address))
        .toList();
  }

  @Override
  public Stream<Value> values(DnsResult.Values result) {
    return result.values().stream();
  }

  @Override
  public Stream<Value> sample(DnsResult.Sample result) {
    return result.records().stream().flatMap(List::stream);
  }

  @Override
  public Stream<Value> resource(DnsResult.Resource result) {
    return Stream.of(result.dnsName());
  }

  @Override
  public Stream<Value> elsewhere(DnsResult.Elsewhere result) {
    return Stream.concat(Stream.of(result.host()), result.nameServers().stream());
  }

  @Override
  public Stream<Value> referral(DnsResult.Referral result) {
    return result.nameServers().stream();
  }

  @Override
  public Stream<Value> setByRoute53(DnsResult.SetByRoute53 result) {
    return Stream.empty();
  }

  @Override
  public Stream<Value> noData(DnsResult.NoData result) {
    return Stream.empty();
  }

  @Override
  public Stream<Value> nxDomain(DnsResult.NxDomain result) {
    return Stream.empty();
  }

  @Override
  public Stream<Value> loop(DnsResult.Loop result) {
    return Stream.empty();
  }
}
