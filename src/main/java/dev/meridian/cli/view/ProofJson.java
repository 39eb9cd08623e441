package dev.meridian.cli.view;

import dev.meridian.cli.option.QueryContext;
import dev.meridian.declaration.WeightCorners;
import dev.meridian.resolve.analysis.ClientLocation;
import dev.meridian.resolve.analysis.Finding;
import dev.meridian.resolve.analysis.Finding.Counterexample;
import dev.meridian.resolve.analysis.Obligations;
import dev.meridian.resolve.analysis.Proof;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A proof as JSON; docs/commands.md describes the format. */
public record ProofJson(QueryContext context, Obligations obligations, String options) {

  public Map<String, @Nullable Object> of(Proof proof) {
    JsonObject json =
        new JsonObject()
            .with("proved", proof.isProved())
            .with("findings", proof.findings().stream().map(this::finding).toList());
    JsonObject all =
        NotKnownText.json(json, proof.notKnown())
            .with("answered-elsewhere", DelegationText.json(proof.delegated()))
            .with("delegations", DelegationText.json(context.resolver()))
            .with("failures", obligations.failures())
            .with("questions", proof.questions())
            .with("clients", proof.clients())
            .with("crowds", proof.clientClasses())
            .with("endpoints", proof.endpoints())
            .with("failure-sets", proof.failures())
            .with("answers", proof.answers());
    List<WeightCorners.Corner> corners = context.corners();
    if (!corners.isEmpty()) {
      all.with("weights", corners.stream().map(WeightCorners.Corner::weights).toList());
    }
    return all.map();
  }

  private Map<String, @Nullable Object> finding(Finding finding) {
    FindingText text = new FindingText(context, options);
    JsonObject json =
        new JsonObject()
            .with("kind", FindingText.kind(finding))
            .with("subject", finding.subject())
            .with("words", finding.message())
            .withOrigin(text.origin(finding));
    Counterexample example = finding.counterexample();
    return json.with("counterexample", example == null ? null : example(example))
        .with("command", text.command(finding).orElse(null))
        .map();
  }

  private static Map<String, @Nullable Object> example(Counterexample example) {
    return new JsonObject()
        .with("down", List.copyOf(example.outage().endpoints()))
        .with("name", example.asked().map(q -> q.name().text()).orElse(null))
        .with("type", example.asked().map(q -> q.type().name()).orElse(null))
        .with("client", example.location().map(ClientLocation::argument).orElse(null))
        .map();
  }
}
