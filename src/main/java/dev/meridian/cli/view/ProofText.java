package dev.meridian.cli.view;

import dev.meridian.cli.option.Count;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.analysis.Finding;
import dev.meridian.resolve.analysis.Obligations;
import dev.meridian.resolve.analysis.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A proof or its findings as text for people. */
public record ProofText(QueryContext context, Obligations obligations, String options) {

  public List<String> lines(Proof proof) {
    List<String> lines = new ArrayList<>();
    proof.findings().forEach(finding -> lines.addAll(lines(finding)));
    proof.notKnown().unread().forEach(what -> lines.addAll(unread(what, proof)));
    if (!proof.delegated().isEmpty()) {
      lines.addAll(delegated(proof.delegated()));
    }
    lines.addAll(proof.isProved() ? proved(proof) : List.of(found(proof)));
    lines.addAll(DelegationText.lines(context.resolver()));
    lines.addAll(covered(proof));
    return lines;
  }

  private static List<String> unread(String what, Proof proof) {
    String open =
        proof.notKnown().answers().stream()
            .filter(answer -> answer.unread().contains(what))
            .map(answer -> answer.question().toString())
            .collect(Collectors.joining(", "));
    return List.of(
        "unread-record: " + what,
        "  could not be fully read; see the warnings"
            + (open.isEmpty() ? "" : "; not proved: " + open),
        "");
  }

  private static List<String> delegated(List<Question> questions) {
    return List.of(
        "answered-elsewhere: " + DelegationText.list(questions),
        "  not proved, because these names point to a part of the zone that is delegated to other name"
            + " servers",
        "");
  }

  private List<String> proved(Proof proof) {
    if (proof.questions() == 0) {
      return List.of("Nothing to prove: there are no A, AAAA, or CNAME records.");
    }
    List<String> lines = new ArrayList<>();
    lines.add("Proved:");
    lines.add("  every client gets an answer");
    lines.add(
        "  no client is sent to an endpoint that is down while a record for it points to one that is"
            + " up");
    if (!obligations.trafficModel().capacity().isEmpty()
        && !obligations.trafficModel().traffic().isEmpty()) {
      lines.add("  no endpoint exceeds its capacity");
    }
    obligations
        .failoverLimit()
        .ifPresent(limit -> lines.add("  clients leave failed endpoints within " + limit + " s"));
    lines.add("  every record answers some client");
    return lines;
  }

  private String found(Proof proof) {
    int found =
        proof.findings().size()
            + proof.notKnown().unread().size()
            + Math.min(proof.delegated().size(), 1);
    return Count.of(found, "finding") + ".";
  }

  private List<String> covered(Proof proof) {
    List<String> lines = new ArrayList<>();
    int corners = context.corners().size();
    if (corners > 0) {
      lines.add(
          "Weights: as declared, and at "
              + Count.of(corners, "corner")
              + " of the bounds and stages within which they change.");
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "Tried: %s, %s in %s, up to %d of %s down (%s): %,d answers.",
            Count.of(proof.questions(), "question"),
            Count.of(proof.clients(), "client"),
            Count.of(proof.clientClasses(), "group"),
            obligations.failures(),
            Count.of(proof.endpoints(), "endpoint"),
            Count.of(proof.failures(), "failure"),
            proof.answers()));
    return lines;
  }

  private List<String> lines(Finding finding) {
    List<String> lines = new ArrayList<>();
    lines.add(FindingText.kind(finding) + ": " + finding.subject());
    lines.add("  " + finding.message());
    FindingText text = new FindingText(context, options);
    text.origin(finding).ifPresent(origin -> lines.add("  at: " + origin));
    text.command(finding).ifPresent(command -> lines.add("  see: " + command));
    lines.add("");
    return lines;
  }
}
