package dev.meridian.resolve.analysis;

import dev.meridian.resolve.CandidateOrder;
import dev.meridian.resolve.Evaluation;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.IndexedRecord;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.RecordGroup;
import dev.meridian.resolve.Resolver;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the part of a plan that causes a wrong answer. It follows the answer through aliases and
 * CNAMEs, from the name that the client asks for to the last policy that could have avoided it.
 */
final class FaultyPart {
  private final Resolver resolver;
  private final Question asked;
  private final CandidateOrder order;
  private final Evaluation evaluation;
  private final Set<String> down;

  /**
   * @param health during the failure of the counterexample
   */
  FaultyPart(Resolver resolver, Question asked, Counterexample example, HealthState health) {
    this.resolver = resolver;
    this.asked = asked;
    this.order = example.clients().order();
    this.evaluation = new Evaluation(order, health);
    this.down = example.outage().endpoints();
  }

  /** A group that an answer comes through, and what it is asked for. */
  private record Step(Question question, RecordGroup group) {}

  private Optional<Step> step(Question question) {
    return Optional.ofNullable(resolver.enter(question).group())
        .map(group -> new Step(question, group));
  }

  /** The policy without a record for the client, or the record that points to nothing. */
  Finding.Part ofNoAnswer() {
    return step(asked).flatMap(start -> noAnswer(start, new HashSet<>())).orElseGet(this::policy);
  }

  /** The record that sends the client to an endpoint that is down although another one is up. */
  Finding.Part ofDeadAnswer() {
    return step(asked)
        .flatMap(start -> deadAnswer(start, new HashSet<>()))
        .<Finding.Part>map(FaultyPart::part)
        .orElseGet(this::policy);
  }

  private Finding.Part policy() {
    return new Finding.Part.Policy(
        step(asked).map(start -> start.group().key).orElse(asked.group()));
  }

  private static Finding.Part part(IndexedRecord record) {
    return new Finding.Part.OfRecord(record.record.key());
  }

  private Optional<Finding.Part> noAnswer(Step step, Set<RecordGroup> seen) {
    List<IndexedRecord> answering = evaluation.answering(step.group());
    if (answering.isEmpty()) {
      return Optional.of(new Finding.Part.Policy(step.group().key));
    }
    if (!seen.add(step.group())) {
      return Optional.empty();
    }
    for (IndexedRecord record : answering) {
      Optional<Step> next = next(step, record);
      Optional<Finding.Part> found =
          next.isPresent()
              ? noAnswer(next.get(), seen)
              : Optional.of(record).filter(end -> isDangling(step, end)).map(FaultyPart::part);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<IndexedRecord> deadAnswer(Step step, Set<RecordGroup> seen) {
    if (!seen.add(step.group())) {
      return Optional.empty();
    }
    for (IndexedRecord record : evaluation.answering(step.group())) {
      Optional<Step> next = next(step, record);
      Optional<IndexedRecord> found =
          next.isPresent()
              ? deadAnswer(next.get(), seen)
                  .map(below -> hasLiveEndpoint(next.get(), new HashSet<>()) ? below : record)
              : Optional.of(record).filter(end -> !isUp(end));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Whether some record that applies to the client points to endpoints that are all up. */
  private boolean hasLiveEndpoint(Step step, Set<RecordGroup> seen) {
    if (!seen.add(step.group())) {
      return false;
    }
    for (IndexedRecord record : order.of(step.group())) {
      Optional<Step> next = next(step, record);
      if (next.isPresent()
          ? hasLiveEndpoint(next.get(), seen)
          : isUp(record) && !isDangling(step, record)) {
        return true;
      }
    }
    return false;
  }

  private boolean isUp(IndexedRecord record) {
    return Collections.disjoint(OutageModel.of(record.record.data()), down);
  }

  /** The group that an alias or a CNAME points to; empty for an answer, and for a dead end. */
  private Optional<Step> next(Step step, IndexedRecord record) {
    RecordGroup target = record.target();
    return target == null
        ? cname(step, record).flatMap(this::step)
        : Optional.of(new Step(step.question(), target));
  }

  private Optional<Question> cname(Step step, IndexedRecord record) {
    return Resolver.follows(step.question().type(), step.group())
        ? record.firstValue().flatMap(name -> resolver.next(step.question().type(), name))
        : Optional.empty();
  }

  /** Whether an alias or a CNAME points to a name of the zone without records. */
  private boolean isDangling(Step step, IndexedRecord record) {
    return record.isRecordAlias()
        ? record.target() == null
        : cname(step, record).filter(next -> step(next).isEmpty()).isPresent();
  }
}
