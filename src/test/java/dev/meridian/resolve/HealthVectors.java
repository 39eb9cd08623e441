package dev.meridian.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.HealthCheckConfig.CloudWatchMetric.InsufficientData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The vectors of health checks and load balancers. Their input describes an endpoint or a load
 * balancer; what the rule under test does not consult, such as the certificate of an HTTPS
 * endpoint, is ignored.
 */
final class HealthVectors {

  private HealthVectors() {}

  static void checkHealthCheck(VectorFields vector) {
    VectorFields input = vector.object("input");
    switch (input.text("kind")) {
      case "sequence" -> assertThat(sequence(input)).isEqualTo(vector.texts("expect"));
      case "probe" ->
          assertThat(probe(input).passes() ? "pass" : "fail").isEqualTo(vector.text("expect"));
      default -> assertThat(word(status(input))).isEqualTo(vector.text("expect"));
    }
  }

  private static boolean status(VectorFields input) {
    return switch (input.text("kind")) {
      case "aggregate" -> ObservedStatus.quorum(input.number("healthy"), input.number("checkers"));
      case "effective" -> effective(input);
      case "calculated" ->
          HealthCheckEvaluation.calculated(input.number("threshold"), children(input));
      case "cloudwatch" -> cloudWatch(input);
      case "recovery_control" ->
          ObservedStatus.recoveryControl(
              switch (input.text("state")) {
                case "On" -> true;
                case "Off" -> false;
                default -> throw new IllegalArgumentException(input.text("state"));
              });
      default -> throw new IllegalArgumentException("kind " + input.text("kind"));
    };
  }

  private static boolean effective(VectorFields input) {
    return HealthCheckEvaluation.effective(
        HealthCheckEvaluation.Observed.valueOf(input.text("raw").toUpperCase(Locale.ROOT)),
        isSet(input, "disabled"),
        isSet(input, "inverted"));
  }

  private static boolean isSet(VectorFields input, String name) {
    return input.find(name).isPresent() && input.flag(name);
  }

  private static List<Boolean> children(VectorFields input) {
    return input.find("children").isPresent()
        ? input.looseList("children", HealthVectors::effective)
        : input.texts("children_effective").stream().map(HealthVectors::healthy).toList();
  }

  private static boolean cloudWatch(VectorFields input) {
    String word = input.text("insufficient");
    InsufficientData insufficient =
        Arrays.stream(InsufficientData.values())
            .filter(value -> value.apiName().equals(word))
            .findFirst()
            .orElseThrow();
    return ObservedStatus.cloudWatch(
        ObservedStatus.Stream.valueOf(input.text("stream")),
        insufficient,
        input.findText("last_known").map(HealthVectors::healthy).orElse(null));
  }

  private static List<String> sequence(VectorFields input) {
    CheckerState state = CheckerState.of(input.number("threshold"), healthy(input.text("start")));
    List<String> statuses = new ArrayList<>();
    for (char probe : input.text("probes").toCharArray()) {
      assertThat(probe).isIn('S', 'F');
      state = state.after(probe == 'S');
      statuses.add(word(state.healthy()));
    }
    return statuses;
  }

  private static Probe probe(VectorFields input) {
    return switch (input.text("type")) {
      case "TCP" -> new Probe.Tcp(input.findSeconds("connect_s"));
      case "HTTP", "HTTPS" -> http(input);
      case "HTTP_STR_MATCH", "HTTPS_STR_MATCH" ->
          new Probe.StringMatch(
              http(input),
              input.findSeconds("body_s"),
              offset(input),
              input.findNumber("string_len").orElse(0));
      default -> throw new IllegalArgumentException("type " + input.text("type"));
    };
  }

  /** A negative one says that the string was not found. */
  private static OptionalInt offset(VectorFields input) {
    OptionalInt offset = input.findNumber("string_offset");
    return offset.orElse(0) < 0 ? OptionalInt.empty() : offset;
  }

  private static Probe.Http http(VectorFields input) {
    return new Probe.Http(
        input.findSeconds("connect_s"),
        input.findSeconds("response_s"),
        input.findNumber("status"));
  }

  static void checkLoadBalancer(VectorFields vector) {
    VectorFields input = vector.object("input");
    LoadBalancerHealth.Kind kind =
        LoadBalancerHealth.Kind.valueOf(input.text("lb_type").toUpperCase(Locale.ROOT));
    List<TargetGroup> groups = input.looseList("target_groups", HealthVectors::targetGroup);
    boolean healthy = LoadBalancerHealth.healthy(kind, groups);
    assertThat(word(healthy)).isEqualTo(vector.text("expect"));
  }

  private static TargetGroup targetGroup(VectorFields group) {
    OptionalInt percent =
        Stream.of("dns_failover_min_percentage", "dns_failover_min_percent")
            .map(group::findNumber)
            .filter(OptionalInt::isPresent)
            .findFirst()
            .orElse(OptionalInt.empty());
    return new TargetGroup(
        group.number("healthy"),
        group.number("unhealthy"),
        group.findNumber("dns_failover_min_count").orElse(1),
        percent.orElse(0));
  }

  private static boolean healthy(String word) {
    return switch (word) {
      case "healthy" -> true;
      case "unhealthy" -> false;
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static String word(boolean healthy) {
    return healthy ? "healthy" : "unhealthy";
  }
}
