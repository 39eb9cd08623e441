package dev.meridian.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.compile.rule.PlanRules;
import dev.meridian.compile.rule.Violation;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.resolve.DnsResult;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.client.Client;
import inet.ipaddr.IPAddressString;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PolicyMigrationTest {
  private static final int ORDERS = 4;

  private static final List<Client> CLIENTS =
      List.of(
          Client.UNKNOWN,
          Client.UNKNOWN.withCountry("DE"),
          Client.UNKNOWN.withUsState("CA"),
          Client.UNKNOWN
              .withCountry("BR")
              .withAddress(new IPAddressString("198.51.100.7").getAddress()));

  private static final RoutingPlan BEFORE = PolicyPairs.plan(false);
  private static final RoutingPlan AFTER = PolicyPairs.plan(true);

  private static DnsName name(String label) {
    return new DnsName(label + ".example.com");
  }

  private static List<MigrationStep> steps(List<String> labels) throws CannotMigrate {
    return PolicyMigration.steps(
        BEFORE,
        AFTER,
        labels.stream().map(PolicyMigrationTest::name).toList(),
        RecordKey::toString,
        RecordKey::toString);
  }

  @TestFactory
  List<DynamicTest> everyNameHasAnAnswerInEveryOrderThatTerraformCanTake() {
    return PolicyPairs.names().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> check(name)))
        .toList();
  }

  private static void check(String label) throws CannotMigrate {
    RoutingPlan before = only(BEFORE, label);
    RoutingPlan after = only(AFTER, label);
    Set<String> answered = answered(before);
    answered.retainAll(answered(after));
    List<MigrationStep> steps =
        PolicyMigration.steps(
            before, after, List.of(name(label)), RecordKey::toString, RecordKey::toString);
    assertThat(steps.get(steps.size() - 1).plan()).isEqualTo(after);
    for (int seed = 0; seed < ORDERS; seed++) {
      AnyOrder terraform = new AnyOrder(before, seed);
      Set<String> problems = new TreeSet<>();
      for (MigrationStep step : steps) {
        terraform.apply(step, records -> problems.addAll(problems(step, records, answered)));
      }
      assertThat(problems).as("order " + seed).isEmpty();
    }
  }

  /** A name, what is behind it, and who points to it. */
  private static RoutingPlan only(RoutingPlan plan, String label) {
    return new RoutingPlan(
        plan.zone(),
        plan.records().stream().filter(record -> isOf(record, label)).toList(),
        plan.healthChecks(),
        plan.cidrCollections());
  }

  private static boolean isOf(RecordSet record, String label) {
    String first = record.name().labels().get(0);
    return first.equals(label)
        || first.startsWith("_" + label + "-")
        || first.equals("_rack")
        || (label.equals("aliased") && first.matches("_?aliasing.*"));
  }

  private static Set<String> problems(
      MigrationStep step, List<RecordSet> records, Set<String> answered) {
    RoutingPlan now =
        new RoutingPlan(
            step.plan().zone(), records, step.plan().healthChecks(), step.plan().cidrCollections());
    Set<String> problems = new TreeSet<>();
    for (Violation violation : PlanRules.check(now)) {
      if (violation.severity() == Violation.Severity.REJECTED) {
        problems.add(violation.subject() + ": " + violation.what());
      }
    }
    Set<String> missing = new HashSet<>(answered);
    missing.removeAll(answered(now));
    missing.forEach(question -> problems.add(question + ": no answer"));
    return problems;
  }

  private static Set<String> answered(RoutingPlan plan) {
    Resolver resolver = Resolver.of(plan);
    Set<String> answered = new HashSet<>();
    for (Question question : resolver.questions()) {
      for (Client client : CLIENTS) {
        boolean always =
            resolver
                .answer(question, client, HealthState.ALL_HEALTHY)
                .distribution()
                .keySet()
                .stream()
                .noneMatch(
                    result ->
                        result instanceof DnsResult.NoData || result instanceof DnsResult.NxDomain);
        if (always) {
          answered.add(question + " from " + client);
        }
      }
    }
    return answered;
  }

  @Test
  void noStepChangesTheAnswersExceptTheFirstAndNoneNeedsMoreThanFour() throws CannotMigrate {
    for (String label : PolicyPairs.pairs()) {
      List<MigrationStep> steps = steps(List.of(label));
      assertThat(steps).as(label).hasSizeBetween(1, 3);
    }
    assertThat(steps(PolicyPairs.names())).hasSizeBetween(3, 4);
  }

  @Test
  void aNameWithoutAChangeHasNoSteps() throws CannotMigrate {
    assertThat(steps(List.of("no-default"))).isEmpty();
    assertThat(
            PolicyMigration.changed(BEFORE, AFTER).stream()
                .map(name -> name.labels().get(0))
                .collect(Collectors.toSet()))
        .isEqualTo(Set.copyOf(PolicyPairs.names()));
  }
}
