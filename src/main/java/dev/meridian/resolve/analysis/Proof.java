package dev.meridian.resolve.analysis;

import dev.meridian.resolve.NotKnown;
import dev.meridian.resolve.Question;
import java.util.List;

/**
 * The findings of a {@link Prover}, and the size of the proof.
 *
 * @param findings the worst kind first
 * @param questions names with their types
 * @param clients countries, states, and others, see {@link Population#locations}
 * @param clientClasses the sum over all questions
 * @param endpoints behind the questions
 * @param failures sets of endpoints that were down together, including the empty set
 * @param answers client classes times failures, the sum over all questions
 * @param notKnown the questions that were not tried, about which nothing is proved
 * @param delegated the questions that were tried, but whose final answers come from other name
 *     servers; see {@link dev.meridian.resolve.Resolver#pointsToDelegation}
 */
public record Proof(
    List<Finding> findings,
    int questions,
    int clients,
    int clientClasses,
    int endpoints,
    int failures,
    long answers,
    NotKnown notKnown,
    List<Question> delegated) {

  public Proof {
    findings = List.copyOf(findings);
    delegated = List.copyOf(delegated);
  }

  /** Whether everything was tried, and nothing found. */
  public boolean isProved() {
    return findings.isEmpty() && notKnown.isEmpty() && delegated.isEmpty();
  }
}
