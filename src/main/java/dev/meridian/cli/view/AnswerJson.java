package dev.meridian.cli.view;

import dev.meridian.cli.option.EndpointNames;
import dev.meridian.model.RecordType;
import dev.meridian.model.Value;
import dev.meridian.resolve.NearTie;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers as JSON; docs/commands.md describes the format. */
public record AnswerJson(EndpointNames names) {
  private static final int PERCENT_DIGITS = 4;

  public Map<String, @Nullable Object> of(ClientAnswer answered) {
    RecordType type = answered.resolution().question().type();
    return new JsonObject()
        .with("client", answered.client().text())
        .with(
            "outcomes",
            answered.resolution().outcomes().stream().map(it -> outcome(type, it)).toList())
        .with("near-ties", ties(answered))
        .with("reason", answered.resolution().reason().lines())
        .map();
  }

  private static List<String> ties(ClientAnswer answered) {
    return answered.resolution().reason().ties().stream().map(NearTie::text).toList();
  }

  private Map<String, @Nullable Object> outcome(RecordType type, Outcome outcome) {
    DnsResultText result = DnsResultText.of(outcome.result());
    boolean keeps = result.seconds().isPresent();
    List<String> endpoints = OutageModel.connects(type) ? outcome.result().endpoints() : List.of();
    return new JsonObject()
        .with("probability", Percent.fraction(outcome.probability()))
        .with("percent", Percent.rounded(100 * outcome.probability().doubleValue(), PERCENT_DIGITS))
        .with("kind", result.kind())
        .with("ttl", keeps ? result.seconds().getAsLong() : null)
        .with("cnames", outcome.cnames().stream().map(c -> c.target().toString()).toList())
        .with("endpoints", endpoints.stream().map(names::shown).toList())
        .with("values", result.values())
        .with("answer", outcome.text())
        .with(
            "known-after-apply",
            outcome.references().stream().map(Value.Reference::address).toList())
        .map();
  }
}
