package dev.meridian.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives existing health checks the ids of the declared ones that they are matched with. */
public final class RenamedHealthChecks {
  private final Map<String, String> own = new HashMap<>();
  private final Set<String> taken;

  /**
   * @param matches declared id to existing id
   * @param taken all declared ids
   */
  public RenamedHealthChecks(Map<String, String> matches, Set<String> taken) {
    matches.forEach((declared, existing) -> own.put(existing, declared));
    this.taken = taken;
  }

  /** An existing check without a match keeps its id, unless that is declared for another one. */
  private String id(String existing) {
    String declared = own.get(existing);
    return declared != null ? declared : taken.contains(existing) ? "other " + existing : existing;
  }

  public RecordSet of(RecordSet record) {
    @Nullable String check = record.healthCheckId().map(this::id).orElse(null);
    return new RecordSet(record.key(), record.policy(), record.data(), check);
  }

  public HealthCheck of(HealthCheck check) {
    return new HealthCheck(id(check.id()), of(check.config()), check.inverted(), check.disabled());
  }

  private HealthCheckConfig of(HealthCheckConfig config) {
    return config instanceof HealthCheckConfig.Calculated calculated
        ? new HealthCheckConfig.Calculated(
            calculated.threshold(), calculated.children().stream().map(this::id).sorted().toList())
        : config;
  }
}
