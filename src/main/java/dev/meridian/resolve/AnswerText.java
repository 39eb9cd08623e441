package dev.meridian.resolve;

import dev.meridian.model.Value;
import java.util.List;
import java.util.stream.Collectors;

/** Answers as text for people, without TTL. */
public final class AnswerText {

  private AnswerText() {}

  public static String of(Outcome outcome) {
    String way =
        outcome.cnames().stream()
            .map(cname -> "CNAME " + text(cname.target()) + " -> ")
            .collect(Collectors.joining());
    return way + outcome.result().accept(new Text());
  }

  /** As in Terraform's plans. */
  private static String text(Value value) {
    return value instanceof Value.Reference ? value + " (known after apply)" : value.toString();
  }

  private static final class Text implements DnsResult.Cases<String> {
    private static String text(List<Value> values) {
      return values.stream().map(AnswerText::text).sorted().collect(Collectors.joining(" "));
    }

    @Override
    public String values(DnsResult.Values result) {
      return text(result.values());
    }

    @Override
    public String sample(DnsResult.Sample result) {
      return result.size()
          + " of "
          + result.records().stream().map(Text::text).sorted().collect(Collectors.joining(" "));
    }

    @Override
    public String resource(DnsResult.Resource result) {
      return AnswerText.text(result.dnsName());
    }

    @Override
    public String elsewhere(DnsResult.Elsewhere result) {
      return AnswerText.text(result.host());
    }

    @Override
    public String noData(DnsResult.NoData result) {
      return "no answer";
    }

    @Override
    public String nxDomain(DnsResult.NxDomain result) {
      return "no such name";
    }

    @Override
    public String loop(DnsResult.Loop result) {
      return "a loop";
    }
  }
}
