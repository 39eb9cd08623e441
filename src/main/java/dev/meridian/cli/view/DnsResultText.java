package dev.meridian.cli.view;

import dev.meridian.resolve.DnsResult;
import java.util.OptionalLong;

/**
 * The kind of an ending in a word, and how long it may be kept.
 *
 * @param seconds the TTL; empty where there is no answer, or another zone gives it
 */
record DnsResultText(String kind, OptionalLong seconds) {

  static DnsResultText of(DnsResult ending) {
    return ending.accept(new Texts());
  }

  private static final class Texts implements DnsResult.Cases<DnsResultText> {
    private static DnsResultText without(String kind) {
      return new DnsResultText(kind, OptionalLong.empty());
    }

    @Override
    public DnsResultText values(DnsResult.Values ending) {
      return new DnsResultText("values", OptionalLong.of(ending.ttl()));
    }

    @Override
    public DnsResultText sample(DnsResult.Sample ending) {
      return new DnsResultText("sample", OptionalLong.of(ending.ttl()));
    }

    @Override
    public DnsResultText resource(DnsResult.Resource ending) {
      return new DnsResultText("resource", OptionalLong.of(DnsResult.RESOURCE_TTL));
    }

    @Override
    public DnsResultText elsewhere(DnsResult.Elsewhere ending) {
      return without("elsewhere");
    }

    @Override
    public DnsResultText noData(DnsResult.NoData ending) {
      return without("no-data");
    }

    @Override
    public DnsResultText nxDomain(DnsResult.NxDomain ending) {
      return without("nx-domain");
    }

    @Override
    public DnsResultText loop(DnsResult.Loop ending) {
      return without("loop");
    }
  }
}
