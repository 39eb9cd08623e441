package dev.meridian.aws;

import dev.meridian.model.ApiHealthCheck;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.route53.model.AlarmIdentifier;
import software.amazon.awssdk.services.route53.model.HealthCheckConfig;

/**
 * Reads one Route 53 health check.
 *
 * @param ids maps Route 53's ids to the plan's
 */
record HealthCheckReader(HealthCheckConfig config, Map<String, String> ids) {

  static HealthCheck read(
      software.amazon.awssdk.services.route53.model.HealthCheck check, Map<String, String> ids) {
    return new HealthCheckReader(
            InvalidValue.required(check.healthCheckConfig(), "configuration"), ids)
        .flat()
        .stored()
        .toHealthCheck(ids.getOrDefault(check.id(), check.id()));
  }

  private ApiHealthCheck flat() {
    return new ApiHealthCheck(
        config.typeAsString(),
        new ApiHealthCheck.Probe(
            value(config.ipAddress()),
            value(config.fullyQualifiedDomainName()),
            number(config.port()),
            text(config.resourcePath()),
            text(config.searchString()),
            config.enableSNI(),
            listed(config.hasRegions(), config.regionsAsStrings())),
        new ApiHealthCheck.Timing(
            number(config.requestInterval()),
            number(config.failureThreshold()),
            config.measureLatency()),
        source(),
        config.inverted(),
        config.disabled());
  }

  private ApiHealthCheck.Source source() {
    AlarmIdentifier alarm = config.alarmIdentifier();
    List<String> children = listed(config.hasChildHealthChecks(), config.childHealthChecks());
    return new ApiHealthCheck.Source(
        number(config.healthThreshold()),
        children == null ? null : children.stream().map(id -> ids.getOrDefault(id, id)).toList(),
        alarm == null ? null : alarm.name(),
        alarm == null ? null : alarm.regionAsString(),
        config.insufficientDataHealthStatusAsString(),
        value(config.routingControlArn()));
  }

  private static @Nullable Value value(@Nullable String text) {
    String known = text(text);
    return known == null ? null : Value.literal(known);
  }

  /** An emulator returns empty texts and lists where Route 53 leaves them out. */
  private static @Nullable String text(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  private static @Nullable List<String> listed(boolean present, List<String> list) {
    return present && !list.isEmpty() ? list : null;
  }

  private static @Nullable Long number(@Nullable Integer number) {
    return number == null ? null : number.longValue();
  }
}
