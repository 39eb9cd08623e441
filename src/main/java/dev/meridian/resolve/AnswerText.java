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
      List<String> texts = values.stream().map(AnswerText::text).sorted().toList();
      // A comma, because the value of a TXT or MX record contains spaces itself.
      boolean several =
          values.stream()
              .map(Value::toString)
              .anyMatch(text -> text.contains(" ") || text.contains("\""));
      return String.join(several ? ", " : " ", texts);
    }

    @Override
    public String values(DnsResult.Values result) {
      return text(result.values());
    }

    @Override
    public String sample(DnsResult.Sample result) {
      return result.size()
          + " of "
          + text(result.records().stream().flatMap(List::stream).toList());
    }

    @Override
    public String resource(DnsResult.Resource result) {
      return AnswerText.text(result.dnsName());
    }

    @Override
    public String elsewhere(DnsResult.Elsewhere result) {
      return result.nameServers().isEmpty()
          ? AnswerText.text(result.host())
          : answeredElsewhere(result.nameServers());
    }

    @Override
    public String referral(DnsResult.Referral result) {
      return answeredElsewhere(result.nameServers());
    }

    private static String answeredElsewhere(List<Value> nameServers) {
      return nameServers.stream()
          .map(Value::toString)
          .sorted()
          .collect(Collectors.joining(", ", "answered elsewhere, by ", ""));
    }

    @Override
    public String setByRoute53(DnsResult.SetByRoute53 result) {
      return result.zoneExists()
          ? "set by Route 53 when it created the zone; --zone shows it"
          : "set by Route 53 when it creates the zone";
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
