package dev.meridian.resolve.analysis;

import dev.meridian.resolve.IndexedRecord;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.RecordGroup;
import dev.meridian.resolve.Resolver;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How many answers a {@link Prover} has to check. */
public final class ProofSize {
  private ProofSize() {}

  /**
   * The answers of a proof: client classes times failures, the sum over all questions that are
   * known. It includes questions that always have the same answer, which the prover leaves out.
   *
   * @param failures how many endpoints can fail at the same time
   */
  public static double of(
      Resolver resolver, OutageModel outageModel, List<ClientLocation> locations, int failures) {
    double answers = 0;
    for (Question question : resolver.notKnown(type -> true).known(resolver.questions())) {
      int classes = new ClientClasses(resolver).of(question, locations).size();
      answers += classes * subsets(endpointsBehind(resolver, outageModel, question), failures);
    }
    return answers;
  }

  private static int endpointsBehind(
      Resolver resolver, OutageModel outageModel, Question question) {
    Set<String> found = new HashSet<>();
    for (RecordGroup group : resolver.groups(question)) {
      for (IndexedRecord member : group.members) {
        found.addAll(OutageModel.of(member.record.data()));
      }
    }
    found.retainAll(outageModel.names());
    return found.size();
  }

  private static double subsets(int size, int most) {
    double all = 1;
    double ofSize = 1;
    for (int i = 1; i <= Math.min(size, most); i++) {
      ofSize = ofSize * (size - i + 1) / i;
      all += ofSize;
    }
    return all;
  }
}
