package dev.meridian.aws;

import dev.meridian.model.CheckerRegion;
import dev.meridian.model.Destination;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.HealthCheckConfig.CloudWatchMetric.InsufficientData;
import dev.meridian.model.HealthCheckConfig.Probing;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.route53.model.AlarmIdentifier;

/**
 * Reads one health check of Route 53's.
 *
 * @param ids Route 53's ids to the plan's
 */
record HealthCheckReader(
    software.amazon.awssdk.services.route53.model.HealthCheckConfig config,
    Map<String, String> ids) {

  static HealthCheck read(
      software.amazon.awssdk.services.route53.model.HealthCheck check, Map<String, String> ids) {
    return new HealthCheckReader(Required.of(check.healthCheckConfig(), "configuration"), ids)
        .read(ids.getOrDefault(check.id(), check.id()));
  }

  private HealthCheck read(String id) {
    return new HealthCheck(id, kind(), isTrue(config.inverted()), isTrue(config.disabled()));
  }

  private HealthCheckConfig kind() {
    String type = Required.of(config.typeAsString(), "type");
    return switch (type) {
      case "CALCULATED" -> calculated();
      case "CLOUDWATCH_METRIC" -> metric(config.alarmIdentifier());
      case "RECOVERY_CONTROL" ->
          new HealthCheckConfig.RecoveryControl(
              Required.of(config.routingControlArn(), "routing control"));
      case "HTTP", "HTTPS", "HTTP_STR_MATCH", "HTTPS_STR_MATCH", "TCP" ->
          endpoint(Protocol.valueOf(type.replace("_STR_MATCH", "")));
      default -> throw new InvalidValue("its type " + type + " is not known", "leave it");
    };
  }

  private HealthCheckConfig calculated() {
    List<String> children =
        config.childHealthChecks().stream().map(id -> ids.getOrDefault(id, id)).toList();
    int threshold = config.healthThreshold() == null ? 0 : config.healthThreshold();
    return new HealthCheckConfig.Calculated(threshold, children);
  }

  private HealthCheckConfig metric(@Nullable AlarmIdentifier alarm) {
    if (alarm == null) {
      throw new InvalidValue("the alarm it follows is not told", "look at it yourself");
    }
    InsufficientData data =
        Arrays.stream(InsufficientData.values())
            .filter(one -> one.apiName().equals(config.insufficientDataHealthStatusAsString()))
            .findFirst()
            .orElse(InsufficientData.LAST_KNOWN_STATUS);
    return new HealthCheckConfig.CloudWatchMetric(
        Required.of(alarm.name(), "name of its alarm"),
        Required.of(alarm.regionAsString(), "region of its alarm"),
        data);
  }

  private HealthCheckConfig endpoint(Protocol protocol) {
    boolean tcp = protocol == Protocol.TCP;
    Value address = value(config.ipAddress());
    Value host = value(config.fullyQualifiedDomainName());
    return new HealthCheckConfig.Endpoint(
        protocol,
        new Destination(address, tcp && address != null ? null : host),
        config.port() == null ? protocol.defaultPort().orElse(0) : config.port(),
        tcp ? null : config.resourcePath(),
        text(config.searchString()),
        probing(),
        protocol == Protocol.HTTPS && isTrue(config.enableSNI()));
  }

  private Probing probing() {
    Set<CheckerRegion> regions = new TreeSet<>();
    config
        .regionsAsStrings()
        .forEach(
            code ->
                regions.add(
                    CheckerRegion.of(code)
                        .orElseThrow(
                            () -> new InvalidValue("its region " + code + " is not known", "-"))));
    return new Probing(
        config.requestInterval() == null ? Probing.STANDARD : config.requestInterval(),
        config.failureThreshold() == null ? Probing.DEFAULT_THRESHOLD : config.failureThreshold(),
        regions.size() == CheckerRegion.values().length ? Set.of() : regions,
        isTrue(config.measureLatency()));
  }

  private static @Nullable Value value(@Nullable String text) {
    String known = text(text);
    return known == null ? null : Value.literal(known);
  }

  /** An emulator writes empty texts where Route 53 leaves them out. */
  private static @Nullable String text(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  private static boolean isTrue(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }
}
