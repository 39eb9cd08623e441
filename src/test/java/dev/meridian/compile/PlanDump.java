package dev.meridian.compile;

import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import java.util.ArrayList;
import java.util.List;

/** A plan as lines that a test can compare and a reviewer can read. */
final class PlanDump {

  private PlanDump() {}

  static List<String> lines(RoutingPlan plan) {
    List<String> lines = new ArrayList<>();
    plan.records().forEach(set -> lines.add(line(set)));
    plan.healthChecks().forEach(check -> lines.add(line(check)));
    return lines;
  }

  static String line(RecordSet set) {
    String check = set.healthCheckId().map(id -> " if " + id).orElse("");
    return set.key() + " " + policy(set) + " -> " + answer(set.data()) + check;
  }

  private static String policy(RecordSet set) {
    String text = set.policy().toString();
    return set.policy().kind().keyword() + text.substring(text.indexOf('['));
  }

  private static String answer(RecordData answer) {
    return answer.accept(
        new RecordData.Cases<String>() {
          @Override
          public String values(RecordData.Values values) {
            return values.values() + " ttl " + values.ttl();
          }

          @Override
          public String recordAlias(RecordData.RecordAlias alias) {
            return "alias " + alias.target() + health(alias.evaluateTargetHealth());
          }

          @Override
          public String resourceAlias(RecordData.ResourceAlias alias) {
            return "alias " + alias.dnsName() + health(alias.evaluateTargetHealth());
          }
        });
  }

  private static String health(boolean evaluated) {
    return evaluated ? "" : " whatever its health";
  }

  static String line(HealthCheck check) {
    String form =
        check.config() instanceof HealthCheckConfig.Endpoint endpoint
            ? endpoint.type()
                + " "
                + endpoint.destination().address().map(Object::toString).orElse("")
                + endpoint.destination().hostName().map(host -> "(" + host + ")").orElse("")
                + ":"
                + endpoint.port()
                + endpoint.resourcePath().orElse("")
            : check.config().toString();
    return "check " + check.id() + " " + form;
  }
}
