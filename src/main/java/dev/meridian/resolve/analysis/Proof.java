package dev.meridian.resolve.analysis;

import dev.meridian.resolve.NotKnown;
import java.util.List;

/**
 * What a {@link Prover} found, and how much it tried.
 *
 * @param findings the gravest kind first
 * @param questions names with their types
 * @param clients countries, states and others, see {@link Population#cells}
 * @param clientClasses of clients told apart, over all questions
 * @param endpoints behind the questions
 * @param failures sets of endpoints that were down together, with the empty one
 * @param answers looked at: crowds times failures, over all questions
 * @param notKnown the questions that were not tried, of which nothing is proved
 */
public record Proof(
    List<Finding> findings,
    int questions,
    int clients,
    int clientClasses,
    int endpoints,
    int failures,
    long answers,
    NotKnown notKnown) {

  public Proof {
    findings = List.copyOf(findings);
  }

  /** Whether everything was tried, and nothing found. */
  public boolean isProved() {
    return findings.isEmpty() && notKnown.isEmpty();
  }
}
