package dev.meridian.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.Destination;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.Probing;
import dev.meridian.model.Value;
import dev.meridian.testing.RandomCases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class AffectedChecksTest {
  private static final List<String> ENDPOINTS = List.of("e0", "e1", "e2", "e3");

  @Test
  void evaluatingOnlyTheAffectedChecksGivesTheStatusesOfAllChecks() {
    RandomCases.forAll(
        random -> {
          Map<String, HealthCheck> checks = checks(random);
          Map<String, Set<String>> watched = watched(checks, random);
          AffectedChecks affected = new AffectedChecks(checks, watched);
          for (int i = 0; i < 4; i++) { // one instance serves many outages
            Set<String> down = some(ENDPOINTS, random);
            List<String> ids = new ArrayList<>(checks.keySet());
            ids.add("not-in-the-plan");
            Set<String> failing = some(ids, random);
            Predicate<String> passes =
                id ->
                    !failing.contains(id)
                        && !(watched.containsKey(id) && down.containsAll(watched.get(id)));

            assertThat(affected.unhealthy(down, failing, passes))
                .containsExactlyInAnyOrderElementsOf(new CheckStatuses(checks).unhealthy(passes));
          }
        });
  }

  /** Up to seven health checks of all kinds; a calculated one can count another calculated one. */
  private static Map<String, HealthCheck> checks(Random random) {
    Map<String, HealthCheck> checks = new LinkedHashMap<>();
    int count = random.nextInt(8);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add("c" + i);
    }
    for (String id : ids) {
      boolean inverted = random.nextInt(4) == 0;
      boolean disabled = random.nextInt(4) == 0;
      checks.put(id, new HealthCheck(id, config(ids, random), inverted, disabled));
    }
    return checks;
  }

  private static HealthCheckConfig config(List<String> ids, Random random) {
    return switch (random.nextInt(4)) {
      case 0 ->
          new HealthCheckConfig.RecoveryControl(
              "arn:aws:route53-recovery-control::123456789012:c/1");
      case 1, 2 -> new HealthCheckConfig.Calculated(random.nextInt(4), children(ids, random));
      default ->
          new HealthCheckConfig.Endpoint(
              HealthCheckConfig.Protocol.TCP,
              new Destination(Value.literal("192.0.2.1"), null),
              80,
              null,
              null,
              new Probing(30, 3, Set.of(), false),
              false);
    };
  }

  private static List<String> children(List<String> ids, Random random) {
    Set<String> children = some(ids, random);
    return children.isEmpty() ? List.of("not-in-the-plan") : List.copyOf(children);
  }

  private static Map<String, Set<String>> watched(Map<String, HealthCheck> checks, Random random) {
    Map<String, Set<String>> watched = new LinkedHashMap<>();
    checks.forEach(
        (id, check) -> {
          Set<String> endpoints = some(ENDPOINTS, random);
          if (check.config() instanceof HealthCheckConfig.Endpoint && !endpoints.isEmpty()) {
            watched.put(id, endpoints);
          }
        });
    return watched;
  }

  private static Set<String> some(List<String> all, Random random) {
    Set<String> some = new TreeSet<>(all);
    some.removeIf(one -> random.nextBoolean());
    return some;
  }
}
