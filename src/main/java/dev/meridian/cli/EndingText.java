package dev.meridian.cli;

import dev.meridian.resolve.Ending;
import java.util.OptionalLong;

/**
 * The kind of an ending in a word, and how long it may be kept.
 *
 * @param seconds the TTL; empty where there is no answer, or another zone gives it
 */
record EndingText(String kind, OptionalLong seconds) {

  static EndingText of(Ending ending) {
    return ending.accept(new Texts());
  }

  private static final class Texts implements Ending.Cases<EndingText> {
    private static EndingText without(String kind) {
      return new EndingText(kind, OptionalLong.empty());
    }

    @Override
    public EndingText values(Ending.Values ending) {
      return new EndingText("values", OptionalLong.of(ending.ttl()));
    }

    @Override
    public EndingText sample(Ending.Sample ending) {
      return new EndingText("sample", OptionalLong.of(ending.ttl()));
    }

    @Override
    public EndingText resource(Ending.Resource ending) {
      return new EndingText("resource", OptionalLong.of(Ending.RESOURCE_TTL));
    }

    @Override
    public EndingText elsewhere(Ending.Elsewhere ending) {
      return without("elsewhere");
    }

    @Override
    public EndingText noData(Ending.NoData ending) {
      return without("no-data");
    }

    @Override
    public EndingText nxDomain(Ending.NxDomain ending) {
      return without("nx-domain");
    }

    @Override
    public EndingText loop(Ending.Loop ending) {
      return without("loop");
    }
  }
}
