package dev.meridian.importing;

import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RrsetKey;
import java.util.List;
import java.util.Objects;

/**
 * What a plan answers, without parts that do not affect answers: set identifiers, names of groups
 * that only aliases point to, and ids of health checks. Two plans with equal signatures give the
 * same answers.
 */
record AnswerSignature(RecordLookup records) {
  private static final int MAX_DEPTH = 64;

  /** The signature of one group of records, with everything that its aliases point to. */
  String of(RrsetKey key) {
    return of(key, 0);
  }

  private String of(RrsetKey key, int depth) {
    List<RecordSet> group = records.groups().get(key);
    if (group == null || depth > MAX_DEPTH) {
      return "nothing";
    }
    return group.stream().map(record -> of(record, depth)).sorted().toList().toString();
  }

  private String of(RecordSet record, int depth) {
    String answer =
        record
            .data()
            .accept(
                new RecordData.Cases<String>() {
                  @Override
                  public String values(RecordData.Values answer) {
                    return answer.ttl() + " " + answer.values();
                  }

                  @Override
                  public String recordAlias(RecordData.RecordAlias answer) {
                    return alias(new RrsetKey(answer.target(), record.type()), answer, depth);
                  }

                  @Override
                  public String resourceAlias(RecordData.ResourceAlias answer) {
                    return answer.toString();
                  }
                });
    return record.policy() + " " + answer + " " + record.healthCheckId().map(this::check);
  }

  /**
   * An alias to a single record that has values and is always healthy gives the same answers as
   * those values.
   */
  private String alias(RrsetKey target, RecordData.RecordAlias alias, int depth) {
    List<RecordSet> group = records.groups().getOrDefault(target, List.of());
    boolean only =
        group.size() == 1
            && group.get(0).policy().kind() == PolicyKind.SIMPLE
            && group.get(0).healthCheck() == null
            && group.get(0).data() instanceof RecordData.Values;
    if (only) {
      RecordData.Values values = (RecordData.Values) group.get(0).data();
      return values.ttl() + " " + values.values();
    }
    return "alias " + alias.evaluateTargetHealth() + " " + of(target, depth + 1);
  }

  /** The signature of a health check, without its id. */
  String check(String id) {
    HealthCheck check = records.checks().get(id);
    if (check == null) {
      return "unknown " + id;
    }
    String config =
        check.config() instanceof HealthCheckConfig.Calculated calculated
            ? calculated.threshold()
                + " of "
                + calculated.children().stream().map(this::check).sorted().toList()
            : Objects.toString(check.config());
    return config + (check.inverted() ? " inverted" : "") + (check.disabled() ? " disabled" : "");
  }
}
