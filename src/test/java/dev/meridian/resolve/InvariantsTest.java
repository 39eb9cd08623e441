package dev.meridian.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.DnsName;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.resolve.client.Client;
import dev.meridian.testing.RandomCases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** What holds for every tree of policies, whoever asks and whatever fails. */
class InvariantsTest {

  @Test
  void probabilitiesArePositiveAndSumToOne() {
    RandomTree.forAll(
        tree -> {
          BigFraction sum = BigFraction.ZERO;
          for (Outcome outcome : tree.answer().outcomes()) {
            assertThat(outcome.probability().signum()).isPositive();
            sum = sum.add(outcome.probability());
          }
          assertThat(sum).isEqualTo(BigFraction.ONE);
        });
  }

  @Test
  void anUnhealthyRecordIsNeverAnsweredWhileAHealthyOneIsApplicable() {
    RandomTree.forAll(
        tree -> {
          HealthFlips doctor = new HealthFlips(tree);
          for (Reason reason : HealthFlips.groups(tree.answer().reason())) {
            boolean choice = reason.routingPolicy().orElseThrow() != PolicyKind.SIMPLE;
            if (choice && HealthFlips.applicable(reason).stream().anyMatch(doctor::healthy)) {
              assertThat(reason.chosen()).allMatch(c -> doctor.healthy(c.record()));
            }
          }
        });
  }

  @Test
  void aWeightOfZeroAnswersOnlyWhileNoCandidateHasAWeight() {
    RandomTree.forAll(
        tree -> {
          HealthFlips doctor = new HealthFlips(tree);
          for (Reason reason : HealthFlips.groups(tree.answer().reason())) {
            if (reason.chosen().stream().anyMatch(c -> weight(c.record()) == 0)) {
              List<RecordSet> all = HealthFlips.applicable(reason);
              boolean anyHealthy = all.stream().anyMatch(doctor::healthy);
              assertThat(all)
                  .filteredOn(r -> !anyHealthy || doctor.healthy(r))
                  .allMatch(r -> weight(r) == 0);
            }
          }
        });
  }

  @Test
  void renamingSetIdentifiersChangesNoAnswer() {
    RandomTree.forAll(
        tree -> {
          RandomTree renamed = tree.map(InvariantsTest::renamed);
          assertThat(renamed.answer().distribution()).isEqualTo(tree.answer().distribution());
        });
  }

  @Test
  void scalingAllWeightsChangesNoAnswer() {
    RandomTree.forAll(
        tree -> {
          int factor = 2 + tree.random().nextInt(50);
          RandomTree scaled = tree.map(record -> scaled(record, factor));
          assertThat(scaled.answer().distribution()).isEqualTo(tree.answer().distribution());
        });
  }

  @Test
  void theOrderOfRecordsChangesNoAnswer() {
    RandomTree.forAll(
        tree -> {
          List<RecordSet> shuffled = new ArrayList<>(tree.records());
          Collections.shuffle(shuffled, tree.random());
          assertThat(tree.with(shuffled).answer().distribution())
              .isEqualTo(tree.answer().distribution());
        });
  }

  @Test
  void recordsThatNobodyIsLedToChangeNoAnswer() {
    RandomTree.forAll(
        tree -> {
          List<RecordSet> more = new ArrayList<>(tree.records());
          more.add(leaf("elsewhere.example.com", new RoutingPolicy.Simple(), null));
          for (RecordSet record : tree.records()) {
            if (record.policy() instanceof RoutingPolicy.Geolocation) {
              GeoLocation nobodyThere = new GeoLocation.Country("TV");
              more.add(
                  leaf(record.name().text(), new RoutingPolicy.Geolocation(nobodyThere), "tuvalu"));
              break;
            }
          }
          assertThat(tree.with(more).answer().distribution())
              .isEqualTo(tree.answer().distribution());
        });
  }

  @Test
  void whenEveryRecordOfAGroupFailsItAnswersAsIfNoneDid() {
    RandomCases.forAll(
        random -> {
          RandomTree tree = RandomTree.flat(random);
          assertThat(tree.with(tree.allSick()).answer().distribution())
              .isEqualTo(tree.with(HealthState.ALL_HEALTHY).answer().distribution());
        });
  }

  @Test
  void multivalueRecordsAreIncludedUpToEightTimesInAll() {
    RandomTree.forAll(
        tree -> {
          for (Reason reason : HealthFlips.groups(tree.answer().reason())) {
            if (reason.routingPolicy().orElseThrow() == PolicyKind.MULTIVALUE) {
              BigFraction sum =
                  reason.chosen().stream()
                      .map(ChosenRecord::share)
                      .reduce(BigFraction.ZERO, BigFraction::add);
              assertThat(sum).isEqualTo(BigFraction.of(Math.min(8, reason.chosen().size())));
            }
          }
        });
  }

  @Test
  void everyOutcomeComesFromARecordThatAliasesLeadTo() {
    RandomTree.forAll(
        tree -> {
          Resolver resolver = tree.resolver();
          RecordGroup root = resolver.index().group(RandomTree.ROOT.name(), RecordType.A);
          Set<RrsetKey> closure =
              PlanIndex.closure(root).stream().map(group -> group.key).collect(Collectors.toSet());
          Resolution resolution = resolver.answer(RandomTree.ROOT, tree.client(), tree.health());
          for (Outcome outcome : resolution.outcomes()) {
            outcome.recordSet().ifPresent(r -> assertThat(closure).contains(r.group()));
          }
        });
  }

  @Test
  void anAliasThatDoesNotEvaluateItsTargetNeverLeavesItsBranch() {
    RandomTree.forAll(
        tree -> {
          for (Reason reason : HealthFlips.groups(tree.answer().reason())) {
            assertThat(reason.rejected())
                .filteredOn(passed -> !evaluatesTarget(passed.record()))
                .noneMatch(
                    passed ->
                        passed.cause() == RejectedRecord.Cause.TARGET
                            || passed.cause() == RejectedRecord.Cause.RESOURCE);
          }
        });
  }

  @Test
  void checksThatNoRecordCarriesChangeNoAnswer() {
    RandomTree.forAll(
        tree -> {
          Set<String> more = new HashSet<>(tree.health().unhealthyChecks());
          more.add("unused");
          Set<Value> resources = new HashSet<>(tree.health().unhealthyResources());
          resources.add(Value.literal("unused.elb.amazonaws.com"));
          assertThat(tree.with(new HealthState(more, resources)).answer().outcomes())
              .isEqualTo(tree.answer().outcomes());
        });
  }

  @Test
  void recoveringNeverCostsARecordItsShare() {
    RandomTree.forAll(
        tree -> {
          Resolver resolver = tree.resolver();
          Map<RecordSet, BigFraction> before = shares(resolver, tree.client(), tree.health());
          for (RecordSet record : tree.records()) {
            String check = record.healthCheck();
            if (check != null && tree.health().unhealthyChecks().contains(check)) {
              Set<String> fewer = new HashSet<>(tree.health().unhealthyChecks());
              fewer.remove(check);
              HealthState better = new HealthState(fewer, tree.health().unhealthyResources());
              BigFraction after =
                  shares(resolver, tree.client(), better).getOrDefault(record, BigFraction.ZERO);
              assertThat(after)
                  .isGreaterThanOrEqualTo(before.getOrDefault(record, BigFraction.ZERO));
            }
          }
        });
  }

  @Test
  void anEmptyAnswerComesOnlyFromAPlaceNobodyServes() {
    RandomTree.forAll(
        tree -> {
          Resolution resolution = tree.answer();
          boolean empty =
              resolution.outcomes().stream().anyMatch(o -> o.result() instanceof DnsResult.NoData);
          boolean unserved =
              HealthFlips.groups(resolution.reason()).stream()
                  .anyMatch(
                      r ->
                          r.rules().contains(Rule.GEO_NO_ANSWER)
                              || r.rules().contains(Rule.CIDR_NO_ANSWER)
                              || r.rules().contains(Rule.AZ_NO_ANSWER));
          assertThat(empty).isEqualTo(unserved);
        });
  }

  @Test
  void aSimpleAliasAnswersAsItsTarget() {
    RandomTree.forAll(
        tree -> {
          List<RecordSet> more = new ArrayList<>(tree.records());
          boolean evaluate = tree.random().nextBoolean();
          RrsetKey alias = new RrsetKey(new DnsName("alias.example.com"), RecordType.A);
          more.add(
              new RecordSet(
                  new RecordKey(alias, null),
                  new RoutingPolicy.Simple(),
                  new RecordData.RecordAlias(RandomTree.ROOT.name(), evaluate),
                  null));
          Question question = new Question(alias.name(), RecordType.A);
          assertThat(
                  Resolver.of(RandomTree.planOf(more))
                      .answer(question, tree.client(), tree.health())
                      .outcomes())
              .isEqualTo(tree.answer().outcomes());
        });
  }

  @Test
  void theSharesAlongTheReasonsMultiplyToTheProbabilities() {
    RandomTree.forAll(
        tree -> {
          Resolution resolution = tree.answer();
          Map<RecordSet, BigFraction> told = new HashMap<>();
          multiply(resolution.reason(), BigFraction.ONE, told);
          for (Outcome outcome : resolution.outcomes()) {
            outcome
                .recordSet()
                .ifPresent(r -> assertThat(told.get(r)).isEqualTo(outcome.probability()));
          }
        });
  }

  @Test
  void aliasesInACircleStillGiveADistribution() {
    RandomTree.forAll(
        tree -> {
          RandomTree looped = tree.map(r -> tree.random().nextInt(5) == 0 ? backToRoot(r) : r);
          BigFraction sum =
              looped.answer().outcomes().stream()
                  .map(Outcome::probability)
                  .reduce(BigFraction.ZERO, BigFraction::add);
          assertThat(sum).isEqualTo(BigFraction.ONE);
        });
  }

  private static void multiply(Reason reason, BigFraction chance, Map<RecordSet, BigFraction> to) {
    for (ChosenRecord choice : reason.chosen()) {
      BigFraction share = chance.multiply(choice.share());
      choice
          .behind()
          .filter(next -> next.routingPolicy().isPresent())
          .ifPresentOrElse(next -> multiply(next, share, to), () -> to.put(choice.record(), share));
    }
  }

  private static Map<RecordSet, BigFraction> shares(
      Resolver resolver, Client client, HealthState health) {
    Map<RecordSet, BigFraction> shares = new HashMap<>();
    Reason reason = resolver.answer(RandomTree.ROOT, client, health).reason();
    collect(reason, BigFraction.ONE, shares);
    return shares;
  }

  private static void collect(Reason reason, BigFraction chance, Map<RecordSet, BigFraction> to) {
    for (ChosenRecord choice : reason.chosen()) {
      BigFraction share = chance.multiply(choice.share());
      to.put(choice.record(), share);
      choice.behind().ifPresent(next -> collect(next, share, to));
    }
  }

  private static int weight(RecordSet record) {
    return record.policy() instanceof RoutingPolicy.Weighted share ? share.weight() : 1;
  }

  private static boolean evaluatesTarget(RecordSet record) {
    return (record.data() instanceof RecordData.RecordAlias alias && alias.evaluateTargetHealth())
        || (record.data() instanceof RecordData.ResourceAlias resource
            && resource.evaluateTargetHealth());
  }

  private static RecordSet renamed(RecordSet record) {
    String identifier = record.key().setIdentifier();
    RecordKey key =
        identifier == null
            ? record.key()
            : new RecordKey(record.group(), new StringBuilder(identifier + "x").reverse() + "y");
    return new RecordSet(key, record.policy(), record.data(), record.healthCheck());
  }

  private static RecordSet scaled(RecordSet record, int factor) {
    RoutingPolicy policy =
        record.policy() instanceof RoutingPolicy.Weighted share
            ? new RoutingPolicy.Weighted(share.weight() * factor)
            : record.policy();
    return new RecordSet(record.key(), policy, record.data(), record.healthCheck());
  }

  private static RecordSet backToRoot(RecordSet record) {
    if (record.policy().kind() == PolicyKind.MULTIVALUE) {
      return record;
    }
    RecordData root = new RecordData.RecordAlias(RandomTree.ROOT.name(), true);
    return new RecordSet(record.key(), record.policy(), root, record.healthCheck());
  }

  private static RecordSet leaf(String name, RoutingPolicy policy, String identifier) {
    RrsetKey group = new RrsetKey(new DnsName(name), RecordType.A);
    RecordData answer = new RecordData.Values(60, List.of(Value.literal("203.0.113.250")));
    return new RecordSet(new RecordKey(group, identifier), policy, answer, null);
  }
}
