package dev.meridian.resolve.analysis;

import dev.meridian.model.RecordKey;
import dev.meridian.model.RoutingPlan;
import dev.meridian.resolve.DnsResult;
import dev.meridian.resolve.IndexedRecord;
import dev.meridian.resolve.NotKnown;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.ReasonFormatter;
import dev.meridian.resolve.RecordGroup;
import dev.meridian.resolve.RecordHealth;
import dev.meridian.resolve.Resolver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/**
 * Checks that a plan meets its obligations for all clients in all failures up to a size. Clients to
 * whom the same records apply in the same order are tried once, and only the endpoints behind the
 * name in question fail.
 */
public final class Prover {
  private final RoutingPlan plan;
  private final Resolver resolver;
  private final OutageModel outageModel;
  private final List<ClientLocation> locations;
  private final Obligations obligations;
  private final List<Finding> findings = new ArrayList<>();
  private final List<NameProof> proofs = new ArrayList<>();
  private final NotKnown notKnown;
  private final List<Question> delegated = new ArrayList<>();
  private long played;

  private Prover(
      RoutingPlan plan,
      Resolver resolver,
      List<ClientLocation> locations,
      Obligations obligations) {
    this.plan = plan;
    this.resolver = resolver;
    this.outageModel = OutageModel.of(plan);
    this.locations = locations;
    this.obligations = obligations;
    this.notKnown = resolver.notKnown(type -> true);
    prepare();
  }

  /**
   * All findings, the worst kind first, each with its smallest counterexample.
   *
   * @param resolver of {@code plan}
   */
  public static Proof prove(
      RoutingPlan plan,
      Resolver resolver,
      List<ClientLocation> locations,
      Obligations obligations) {
    return of(plan, resolver, locations, obligations).run(answers -> {});
  }

  /** A proof that has not begun, so that its size is known before. */
  public static Prover of(
      RoutingPlan plan,
      Resolver resolver,
      List<ClientLocation> locations,
      Obligations obligations) {
    return new Prover(plan, resolver, locations, obligations);
  }

  /**
   * The number of answers to check: client classes times failures, the sum over all questions. With
   * capacities, each failure and each name with traffic counts once more.
   *
   * @return {@link Long#MAX_VALUE} if there are more
   */
  public long answers(int failures) {
    try {
      long answers = 0;
      for (NameProof proof : proofs) {
        answers = Math.addExact(answers, proof.answers(failures));
      }
      return Math.addExact(answers, loads(failures));
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }

  private long loads(int failures) {
    if (trafficModel().capacity().isEmpty()) {
      return 0;
    }
    long loaded = proofs.stream().filter(NameProof::hasLoads).count();
    return Math.multiplyExact(loaded, Subsets.count(failures, outageModel.names().size()));
  }

  private void prepare() {
    for (Question question : notKnown.known(resolver.questions())) {
      if (isConstant(question)) {
        continue;
      }
      if (resolver.enter(question).result() instanceof DnsResult.Referral) {
        continue; // other name servers answer; the delegation itself cannot fail
      }
      if (resolver.pointsToDelegation(question)) {
        delegated.add(question);
      }
      NameProof proof =
          new NameProof(
              resolver,
              outageModel,
              question,
              locations,
              trafficModel().of(question, resolver) > 0);
      proofs.add(proof);
    }
  }

  /**
   * Checks all answers.
   *
   * @param progress gets the number of answers that have been checked, again and again
   */
  public Proof run(LongConsumer progress) {
    int failures = play(progress);
    FailoverTime failover = new FailoverTime(plan.healthChecksById());
    for (NameProof proof : proofs) {
      tell(proof);
      failover
          .slowest(resolver.groups(proof.question()))
          .ifPresent(sum -> tell(proof.question(), sum));
    }
    if (!trafficModel().capacity().isEmpty()) {
      findings.addAll(new CapacityProof(resolver, outageModel, obligations).findings(proofs));
    }
    Set<RecordGroup> open = new HashSet<>(); // what else points to their records is not known
    notKnown.answers().forEach(answer -> open.addAll(resolver.groups(answer.question())));
    new Reachability(resolver)
        .unreached(proofs).stream()
            .filter(member -> open.stream().noneMatch(group -> group.has(member)))
            .forEach(this::tellUnreached);
    new OccludedRecords(resolver).unused(proofs).forEach(this::tellOccluded);
    findings.sort(Comparator.comparing(Finding::kind));
    return new Proof(
        findings,
        proofs.size(),
        locations.size(),
        proofs.stream().mapToInt(proof -> proof.clientClasses().size()).sum(),
        outageModel.names().size(),
        failures,
        proofs.stream().mapToLong(NameProof::played).sum(),
        notKnown,
        delegated);
  }

  /**
   * Each failure is evaluated once for all names that have the same endpoints, and then forgotten.
   *
   * @return the number of different failures
   */
  private int play(LongConsumer progress) {
    Map<List<String>, List<NameProof>> alike = new LinkedHashMap<>();
    proofs.forEach(
        proof -> alike.computeIfAbsent(proof.names(), key -> new ArrayList<>()).add(proof));
    FailureCount count = new FailureCount(outageModel);
    alike.forEach(
        (names, group) -> {
          Subsets.upTo(
              obligations.failures(),
              names.size(),
              failed -> {
                Set<String> raw = new TreeSet<>();
                failed.stream().mapToObj(names::get).forEach(raw::add);
                count.add(raw);
                Set<String> dead = outageModel.complete(raw);
                RecordHealth health = resolver.recordHealth(outageModel.health(dead));
                for (NameProof proof : group) {
                  proof.play(failed, dead, health);
                  played += proof.clientClasses().size();
                }
                progress.accept(played);
              });
          count.end(names);
        });
    return count.found();
  }

  /** Whether every client always gets the same answer, and connects to nothing in it. */
  private boolean isConstant(Question question) {
    return !OutageModel.connects(question.type())
        && resolver.groups(question).stream().allMatch(group -> group.members.length == 1);
  }

  private TrafficModel trafficModel() {
    return obligations.trafficModel();
  }

  private void tell(NameProof proof) {
    Question question = proof.question();
    proof
        .noAnswer()
        .ifPresent(
            example ->
                findings.add(
                    finding(
                        Finding.Kind.NO_ANSWER,
                        question,
                        faultyPart(question, example).ofNoAnswer(),
                        "get no answer",
                        example)));
    proof
        .deadAnswer()
        .ifPresent(
            example ->
                findings.add(
                    finding(
                        Finding.Kind.DEAD_ANSWER,
                        question,
                        faultyPart(question, example).ofDeadAnswer(),
                        "are sent to an endpoint that is down although another one is up",
                        example)));
  }

  private FaultyPart faultyPart(Question question, Counterexample example) {
    return new FaultyPart(resolver, question, example, outageModel.health(example.outage()));
  }

  private static Finding finding(
      Finding.Kind kind,
      Question question,
      Finding.Part part,
      String message,
      Counterexample example) {
    ClientLocation client = example.clients().example();
    Outage outage = example.outage();
    return new Finding(
        kind,
        question.toString(),
        part,
        "clients in "
            + client.label()
            + " "
            + message
            + (outage.isEmpty() ? "" : " with " + outage),
        new Finding.Counterexample(outage, question, client));
  }

  private void tell(Question question, FailoverTime.Sum slowest) {
    obligations
        .failoverLimit()
        .ifPresent(
            limit -> {
              if (slowest.seconds() > limit) {
                String message =
                    String.format(
                        Locale.ROOT,
                        "leaving %s takes up to %d s (checks %d s + TTL %d s), more than %d s",
                        ReasonFormatter.label(slowest.member().record),
                        slowest.seconds(),
                        slowest.detection(),
                        slowest.ttl(),
                        limit);
                Finding.Part part = new Finding.Part.OfRecord(slowest.member().record.key());
                findings.add(
                    new Finding(
                        Finding.Kind.SLOW_FAILOVER, question.toString(), part, message, null));
              }
            });
  }

  private void tellUnreached(IndexedRecord member) {
    tellUnreached(member, "no client is ever answered with this record, whatever fails");
  }

  private void tellOccluded(IndexedRecord member) {
    tellUnreached(
        member,
        "no client is ever answered with this record, because NS records delegate its name to other"
            + " name servers");
  }

  private void tellUnreached(IndexedRecord member, String message) {
    RecordKey key = member.record.key();
    findings.add(
        new Finding(
            Finding.Kind.UNREACHABLE_RECORD,
            key.toString(),
            new Finding.Part.OfRecord(key),
            message,
            null));
  }
}
