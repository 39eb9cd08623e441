package dev.meridian.resolve;

import dev.meridian.model.Value;
import java.util.List;
import java.util.stream.Collectors;

/** Answers as people read them, without TTL. */
public final class AnswerText {

  private AnswerText() {}

  public static String of(Outcome outcome) {
    String way =
        outcome.cnames().stream()
            .map(cname -> "CNAME " + cname.target() + " -> ")
            .collect(Collectors.joining());
    return way + outcome.ending().accept(new Text());
  }

  private static final class Text implements DnsResult.Cases<String> {
    private static String text(List<Value> values) {
      return values.stream().map(Value::toString).sorted().collect(Collectors.joining(" "));
    }

    @Override
    public String values(DnsResult.Values ending) {
      return text(ending.values());
    }

    @Override
    public String sample(DnsResult.Sample ending) {
      return ending.size()
          + " of "
          + ending.records().stream().map(Text::text).sorted().collect(Collectors.joining(" "));
    }

    @Override
    public String resource(DnsResult.Resource ending) {
      return ending.dnsName().toString();
    }

    @Override
    public String elsewhere(DnsResult.Elsewhere ending) {
      return ending.host().toString();
    }

    @Override
    public String noData(DnsResult.NoData ending) {
      return "no answer";
    }

    @Override
    public String nxDomain(DnsResult.NxDomain ending) {
      return "no such name";
    }

    @Override
    public String loop(DnsResult.Loop ending) {
      return "a loop";
    }
  }
}
