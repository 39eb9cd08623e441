package dev.meridian.cli.view;

import dev.meridian.resolve.DnsResult;
import java.util.OptionalLong;

/**
 * The kind of a result as one word, and its TTL.
 *
 * @param seconds the TTL; empty if there is no answer, or if another zone gives it
 */
record DnsResultText(String kind, OptionalLong seconds) {

  static DnsResultText of(DnsResult result) {
    return result.accept(new Texts());
  }

  private static final class Texts implements DnsResult.Cases<DnsResultText> {
    private static DnsResultText without(String kind) {
      return new DnsResultText(kind, OptionalLong.empty());
    }

    @Override
    public DnsResultText values(DnsResult.Values result) {
      return new DnsResultText("values", OptionalLong.of(result.ttl()));
    }

    @Override
    public DnsResultText sample(DnsResult.Sample result) {
      return new DnsResultText("sample", OptionalLong.of(result.ttl()));
    }

    @Override
    public DnsResultText resource(DnsResult.Resource result) {
      return new DnsResultText("resource", OptionalLong.of(DnsResult.RESOURCE_TTL));
    }

    @Override
    public DnsResultText elsewhere(DnsResult.Elsewhere result) {
      return without("elsewhere");
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
