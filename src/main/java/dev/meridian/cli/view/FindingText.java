package dev.meridian.cli.view;

import dev.meridian.cli.option.QueryContext;
import dev.meridian.diagnostic.Origin;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.analysis.Finding;
import dev.meridian.resolve.analysis.Finding.Counterexample;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A finding as text, and the command that shows its counterexample.
 *
 * @param options that select the same plan, each after a space
 */
record FindingText(QueryContext context, String options) {

  /** Such as {@code no-answer}. */
  static String kind(Finding finding) {
    return finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Where to fix it; empty if the plan's source does not say. */
  Optional<Origin> origin(Finding finding) {
    return finding
        .part()
        .accept(
            new Finding.Part.Cases<>() {
              @Override
              public Optional<Origin> policy(Finding.Part.Policy part) {
                return context.origin(part.group());
              }

              @Override
              public Optional<Origin> record(Finding.Part.OfRecord part) {
                return context.origin(part.key());
              }

              @Override
              public Optional<Origin> capacity(Finding.Part.Capacity part) {
                return context.capacityOrigin(part.endpoint());
              }
            });
  }

  /** The command that shows it; empty if there is nothing to show. */
  Optional<String> command(Finding finding) {
    return finding.example().map(this::command);
  }

  private String command(Counterexample example) {
    SortedSet<String> endpoints = example.outage().endpoints();
    String down = endpoints.isEmpty() ? "" : " --down " + String.join(",", endpoints);
    return example
        .asked()
        .map(question -> resolve(question, example) + down + " --explain" + options)
        .orElse("./meridian what-if" + down + options);
  }

  private String resolve(Question question, Counterexample example) {
    String type = question.type().name().equals("A") ? "" : " --type " + question.type();
    String from = example.location().map(client -> " --from " + client.argument()).orElse("");
    return "./meridian resolve " + context.label(question.name()) + type + from;
  }
}
