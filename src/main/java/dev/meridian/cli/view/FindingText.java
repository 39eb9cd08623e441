package dev.meridian.cli.view;

import dev.meridian.cli.option.QueryContext;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.analysis.ClientLocation;
import dev.meridian.resolve.analysis.Finding;
import dev.meridian.resolve.analysis.Finding.Counterexample;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A finding in words, and the command that shows its counterexample.
 *
 * @param options that lead to the same plan, with a blank before each
 */
record FindingText(QueryContext asked, String options) {

  /** Such as {@code no-answer}. */
  static String kind(Finding finding) {
    return finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How to see it; empty where there is nothing to play through. */
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
    String from = example.cell().map(cell -> " --from " + client(cell)).orElse("");
    return "./meridian resolve " + asked.label(question.name()) + type + from;
  }

  /** A crowd that an IP-based record tells apart is a place and a network. */
  static String client(ClientLocation cell) {
    return cell.code().replace(" in ", "+");
  }
}
