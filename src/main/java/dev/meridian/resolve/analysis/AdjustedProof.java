package dev.meridian.resolve.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The proof of a plan whose weights can change, from the proofs of several plans. */
public final class AdjustedProof {
  private AdjustedProof() {}

  /**
   * All findings of all proofs, each once. A record answers no client only if that is so whatever
   * the weights are.
   *
   * @param start with the declared weights
   * @param others by their weights, such as {@code us-east-1 20, eu-west-1 236}
   */
  public static Proof of(Proof start, Map<String, Proof> others) {
    List<Finding> findings = new ArrayList<>();
    start.findings().stream()
        .filter(
            finding ->
                finding.kind() != Finding.Kind.UNREACHABLE_RECORD
                    || others.values().stream().allMatch(other -> has(other.findings(), finding)))
        .forEach(findings::add);
    long answers = start.answers();
    for (Map.Entry<String, Proof> other : others.entrySet()) {
      answers += other.getValue().answers();
      for (Finding finding : other.getValue().findings()) {
        if (finding.kind() != Finding.Kind.UNREACHABLE_RECORD && !has(findings, finding)) {
          findings.add(with(finding, other.getKey()));
        }
      }
    }
    findings.sort(Comparator.comparing(Finding::kind));
    return new Proof(
        findings,
        start.questions(),
        start.clients(),
        start.clientClasses(),
        start.endpoints(),
        start.failures(),
        answers,
        start.notKnown(),
        start.delegated());
  }

  private static boolean has(List<Finding> findings, Finding finding) {
    return findings.stream()
        .anyMatch(
            other ->
                other.kind() == finding.kind()
                    && other.subject().equals(finding.subject())
                    && other.part().equals(finding.part()));
  }

  /** Without the counterexample, because a command that shows it would use the declared weights. */
  private static Finding with(Finding finding, String weights) {
    return new Finding(
        finding.kind(),
        finding.subject(),
        finding.part(),
        finding.message() + ", while the weights are " + weights,
        null);
  }
}
