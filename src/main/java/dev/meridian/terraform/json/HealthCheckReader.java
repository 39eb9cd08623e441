package dev.meridian.terraform.json;

import dev.meridian.model.CheckerRegion;
import dev.meridian.model.Destination;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.HealthCheckConfig.CloudWatchMetric.InsufficientData;
import dev.meridian.model.HealthCheckConfig.Probing;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code aws_route53_health_check}. What the configuration leaves out is what Route 53 puts
 * there; the provider itself keeps such values unknown until apply.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html">API
 *     HealthCheckConfig</a>
 */
final class HealthCheckReader {
  private final Resources resources;
  private final HealthCheckIds ids;
  private final UnreadResources unread;

  HealthCheckReader(Resources resources, HealthCheckIds ids, UnreadResources unread) {
    this.resources = resources;
    this.ids = ids;
    this.unread = unread;
  }

  List<HealthCheck> all() {
    List<HealthCheck> checks = new ArrayList<>();
    for (Resource resource : resources.managed(HealthCheckIds.TYPE)) {
      try {
        read(resource).ifPresent(checks::add);
      } catch (InvalidValue e) {
        unread.add(resource, e.what(), e.fix());
      }
    }
    return checks;
  }

  private Optional<HealthCheck> read(Resource resource) {
    String type = resource.text("type");
    Optional<? extends HealthCheckConfig> config =
        switch (type) {
          case "CALCULATED" -> Optional.of(calculated(resource));
          case "CLOUDWATCH_METRIC" -> Optional.of(metric(resource));
          case "RECOVERY_CONTROL" -> recoveryControl(resource);
          case "HTTP", "HTTPS", "HTTP_STR_MATCH", "HTTPS_STR_MATCH", "TCP" ->
              endpoint(resource, Protocol.valueOf(type.replace("_STR_MATCH", "")));
          default -> Optional.empty();
        };
    if (config.isEmpty()) {
      unread.add(
          resource,
          "the health check of type \"" + type + "\" is not known before apply, or not at all",
          "read the state after apply instead");
    }
    return config.map(
        known ->
            new HealthCheck(
                ids.of(resource),
                known,
                switched(resource, "invert_healthcheck"),
                switched(resource, "disabled")));
  }

  private static boolean switched(Resource resource, String attribute) {
    requireKnown(resource, attribute);
    return flag(resource, attribute);
  }

  private static void requireKnown(Resource resource, String attribute) {
    if (resource.isUnknown(attribute)) {
      throw new InvalidValue(
          "its " + attribute + " is known after apply", "read the state after apply instead");
    }
  }

  private HealthCheckConfig calculated(Resource resource) {
    List<String> children = ids.ofAwsIds(Json.texts(resource.values().path("child_healthchecks")));
    int known = resource.values().path("child_healthchecks").size();
    if (resource.isUnknown("child_healthchecks") || children.size() < known) {
      children =
          resources
              .mentioned(resource, resource.expression("child_healthchecks"), HealthCheckIds.TYPE)
              .stream()
              .map(ids::of)
              .toList();
    }
    if (children.size() < known) {
      unread.add(
          resource,
          "it has children that stand in none of these files",
          "read the files that hold them too");
      // By Route 53's own ids, so that nobody takes the rest for all of them.
      children =
          Json.texts(resource.values().path("child_healthchecks")).stream()
              .map(id -> ids.ofAwsId(id).orElse(id))
              .toList();
    }
    requireKnown(resource, "child_health_threshold");
    return new HealthCheckConfig.Calculated(
        number(resource, "child_health_threshold", 0), children);
  }

  private static HealthCheckConfig metric(Resource resource) {
    String data = resource.text("insufficient_data_health_status");
    InsufficientData insufficient =
        Arrays.stream(InsufficientData.values())
            .filter(one -> one.apiName().equals(data))
            .findFirst()
            .orElse(InsufficientData.LAST_KNOWN_STATUS);
    return new HealthCheckConfig.CloudWatchMetric(
        resource.text("cloudwatch_alarm_name"),
        resource.text("cloudwatch_alarm_region"),
        insufficient);
  }

  private static Optional<HealthCheckConfig> recoveryControl(Resource resource) {
    return resource.isUnknown("routing_control_arn")
        ? Optional.empty()
        : Optional.of(new HealthCheckConfig.RecoveryControl(resource.text("routing_control_arn")));
  }

  private Optional<HealthCheckConfig> endpoint(Resource resource, Protocol protocol) {
    Optional<Value> address = value(resource, "ip_address");
    Optional<Value> host = value(resource, "fqdn");
    boolean known =
        address.isPresent() == isSet(resource, "ip_address")
            && host.isPresent() == isSet(resource, "fqdn");
    if (!known) {
      return Optional.empty();
    }
    boolean tcp = protocol == Protocol.TCP;
    boolean sni =
        protocol == Protocol.HTTPS
            && (resource.values().path("enable_sni").isBoolean()
                ? flag(resource, "enable_sni")
                : host.isPresent());
    return Optional.of(
        new HealthCheckConfig.Endpoint(
            protocol,
            new Destination(address.orElse(null), tcp && address.isPresent() ? null : orNull(host)),
            number(resource, "port", protocol.defaultPort().orElse(0)),
            tcp ? null : resource.text("resource_path"),
            textOrNull(resource, "search_string"),
            probing(resource),
            sni));
  }

  private static @Nullable Value orNull(Optional<Value> value) {
    return value.orElse(null);
  }

  private static Optional<Value> value(Resource resource, String attribute) {
    String text = resource.text(attribute);
    return text.isEmpty() && resource.isUnknown(attribute)
        ? RemoteOutput.in(resource.expression(attribute))
        : Optional.of(text).filter(known -> !known.isEmpty()).map(Value::literal);
  }

  private static boolean isSet(Resource resource, String attribute) {
    return resource.isUnknown(attribute) || !resource.text(attribute).isEmpty();
  }

  private static Probing probing(Resource resource) {
    Set<CheckerRegion> regions = new TreeSet<>();
    for (String code : Json.texts(resource.values().path("regions"))) {
      CheckerRegion.of(code)
          .ifPresentOrElse(
              regions::add,
              () -> {
                throw new InvalidValue(
                    code + " is not a region Route 53 probes from", "remove it from regions");
              });
    }
    // Naming all of them and naming none is the same.
    return new Probing(
        number(resource, "request_interval", Probing.STANDARD),
        number(resource, "failure_threshold", Probing.DEFAULT_THRESHOLD),
        regions.size() == CheckerRegion.values().length ? Set.of() : regions,
        flag(resource, "measure_latency"));
  }

  /** The provider writes 0 for a number that is not set, but for a threshold, where it means 0. */
  private static int number(Resource resource, String attribute, int otherwise) {
    int number = resource.values().path(attribute).asInt();
    return number == 0 ? otherwise : number;
  }

  private static boolean flag(Resource resource, String attribute) {
    return resource.values().path(attribute).asBoolean(false);
  }

  private static @Nullable String textOrNull(Resource resource, String attribute) {
    String text = resource.text(attribute);
    return text.isEmpty() ? null : text;
  }
}
