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
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

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
    return new Prover(plan, resolver, locations, obligations).run();
  }

  private Proof run() {
    List<NameProof> proofs = new ArrayList<>();
    Map<Set<String>, RecordHealth> states = new HashMap<>();
    FailoverTime failover = new FailoverTime(plan.healthChecksById());
    NotKnown notKnown = resolver.notKnown(type -> true);
    List<Question> delegated = new ArrayList<>();
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
              states,
              question,
              locations,
              trafficModel().of(question, resolver) > 0);
      proof.run(obligations.failures());
      tell(proof);
      failover.slowest(resolver.groups(question)).ifPresent(sum -> tell(question, sum));
      proofs.add(proof);
    }
    if (!trafficModel().capacity().isEmpty()) {
      tellOverCapacity(proofs);
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
        states.size(),
        proofs.stream().mapToLong(NameProof::played).sum(),
        notKnown,
        delegated);
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

  /** Adds the smallest failure that exceeds each endpoint's capacity. */
  private void tellOverCapacity(List<NameProof> proofs) {
    List<String> all = List.copyOf(outageModel.names());
    double[] capacities =
        all.stream()
            .mapToDouble(e -> trafficModel().capacityOf(e).orElse(Double.POSITIVE_INFINITY))
            .toArray();
    List<Burden> burdens = proofs.stream().map(proof -> burden(proof, all)).toList();
    Finding[] found = new Finding[all.size()];
    Subsets.upTo(
        obligations.failures(),
        all.size(),
        down -> {
          double[] loads = new double[capacities.length];
          burdens.forEach(burden -> burden.addTo(loads, down));
          for (int i = 0; i < loads.length; i++) {
            if (loads[i] > capacities[i] && !down.get(i) && found[i] == null) {
              Outage outage = Outage.of(down.stream().mapToObj(all::get).toList());
              found[i] = overCapacity(all.get(i), loads[i], outage);
            }
          }
        });
    Arrays.stream(found).filter(Objects::nonNull).forEach(findings::add);
  }

  private Burden burden(NameProof proof, List<String> all) {
    int[] places = proof.names().stream().mapToInt(all::indexOf).toArray();
    return new Burden(proof, places, trafficModel().of(proof.question(), resolver));
  }

  /**
   * The load that one name causes.
   *
   * @param places the indexes of the name's endpoints among all endpoints
   * @param traffic requests per second
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared or changed
  private record Burden(NameProof proof, int[] places, double traffic) {
    void addTo(double[] loads, BitSet down) {
      if (traffic > 0) {
        proof.addLoads(down, places, traffic, loads);
      }
    }
  }

  private Finding overCapacity(String endpoint, double load, Outage outage) {
    String message =
        String.format(
            Locale.ROOT,
            "has to carry %.1f requests per second, more than its capacity of %.1f, with %s",
            load,
            trafficModel().capacityOf(endpoint).orElseThrow(),
            outage);
    Finding.Counterexample example = new Finding.Counterexample(outage, null, null);
    Finding.Part part = new Finding.Part.Capacity(endpoint);
    return new Finding(Finding.Kind.OVER_CAPACITY, endpoint, part, message, example);
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
