package dev.meridian.compile;

import dev.meridian.compile.rule.Subject;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The health checks of a plan that is being compiled. Two that check the same thing in the same way
 * become one, because AWS charges for each, and the server would be probed twice.
 */
final class PlannedHealthChecks {

  /** What a health check belongs to; of two equal ones, the earlier kind keeps its id. */
  enum Owner {
    NAMED,
    ENDPOINT,
    BRANCH
  }

  /**
   * A requested health check.
   *
   * @param check with the requested id
   */
  record Request(Owner owner, HealthCheck check, Origin origin) {
    private record Content(HealthCheckConfig config, boolean inverted, boolean disabled) {
      @Override
      public boolean equals(@Nullable Object other) {
        return other instanceof Content that
            && config.equals(that.config)
            && inverted == that.inverted
            && disabled == that.disabled;
      }

      @Override
      public int hashCode() {
        int hash = config.hashCode();
        hash = 31 * hash + Boolean.hashCode(inverted);
        hash = 31 * hash + Boolean.hashCode(disabled);
        return hash;
      }
    }

    Content content() {
      return new Content(check.config(), check.inverted(), check.disabled());
    }
  }

  private static final Comparator<Request> PRECEDENCE =
      Comparator.comparing(Request::owner).thenComparing(request -> request.check().id());

  private final Map<String, Request> requests = new TreeMap<>();
  private final PlanBuilder builder;

  PlannedHealthChecks(PlanBuilder builder) {
    this.builder = builder;
  }

  void add(Request request) {
    String id = request.check().id();
    Request other = requests.putIfAbsent(id, request);
    if (other == null) {
      builder.setOrigin(new Subject.OfHealthCheck(id), request.origin());
    } else if (!other.content().equals(request.content())) {
      builder.problem(
          request.origin(),
          "the health check of " + other.origin().path() + " already has the id " + id,
          "rename one of the two, or write this one under health-checks with a name of its own");
    } else if (request.owner() == Owner.NAMED) {
      requests.put(id, request);
    }
  }

  /** The id under which each requested check is in the plan. */
  Map<String, String> sharedIds() {
    Map<Request.Content, Request> kept = new HashMap<>();
    requests.values().stream()
        .sorted(PRECEDENCE)
        .forEach(request -> kept.putIfAbsent(request.content(), request));
    Map<String, String> shared = new TreeMap<>();
    requests.forEach(
        (id, request) -> {
          boolean named = request.owner() == Owner.NAMED;
          shared.put(id, named ? id : kept.getOrDefault(request.content(), request).check().id());
        });
    return shared;
  }

  /** The remaining health checks, by {@link #sharedIds}. */
  List<HealthCheck> shared(Map<String, String> sharedIds) {
    List<HealthCheck> checks = new ArrayList<>();
    requests.forEach(
        (id, request) -> {
          if (id.equals(sharedIds.get(id))) {
            checks.add(request.check());
          }
        });
    return checks;
  }
}
