package dev.meridian.cli.view;

import dev.meridian.model.Value;
import dev.meridian.resolve.DnsResult;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The kind of a result as one word, its TTL, and its values.
 *
 * @param seconds the TTL; empty if there is no answer, or if another zone gives it
 * @param values the records' own values as Route 53 has them, sorted; for a referral, the name
 *     servers
 */
record DnsResultText(String kind, OptionalLong seconds, List<String> values) {

  private DnsResultText(String kind, long seconds, Stream<Value> values) {
    this(kind, OptionalLong.of(seconds), values.map(Value::toString).sorted().toList());
  }

  static DnsResultText of(DnsResult result) {
    return result.accept(new Texts());
  }

  private static final class Texts implements DnsResult.Cases<DnsResultText> {
    private static DnsResultText without(String kind) {
      return new DnsResultText(kind, OptionalLong.empty(), List.of());
    }

    @Override
    public DnsResultText values(DnsResult.Values result) {
      return new DnsResultText("values", result.ttl(), result.values().stream());
    }

    @Override
    public DnsResultText sample(DnsResult.Sample result) {
      return new DnsResultText(
          "sample", result.ttl(), result.records().stream().flatMap(List::stream));
    }

    @Override
    public DnsResultText resource(DnsResult.Resource result) {
      return new DnsResultText("resource", DnsResult.RESOURCE_TTL, Stream.of());
    }

    @Override
    public DnsResultText elsewhere(DnsResult.Elsewhere result) {
      return without("elsewhere");
    }

    @Override
    public DnsResultText referral(DnsResult.Referral result) {
      return new DnsResultText("referral", result.ttl(), result.nameServers().stream());
    }

    @Override
    public DnsResultText setByRoute53(DnsResult.SetByRoute53 result) {
      return without("set-by-route-53");
    }

    @Override
    public DnsResultText noData(DnsResult.NoData result) {
      return without("no-data");
    }

    @Override
    public DnsResultText nxDomain(DnsResult.NxDomain result) {
      return without("nx-domain");
    }

    @Override
    public DnsResultText loop(DnsResult.Loop result) {
      return without("loop");
    }
  }
}
