package dev.meridian.terraform.json;

import dev.meridian.model.ApiHealthCheck;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Maps {@code aws_route53_health_check} to the flat form. In a plan, two attributes that are not
 * configured are known only after apply, because Route 53 sets them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html">API
 *     HealthCheckConfig</a>
 */
final class HealthCheckReader {
  private final Resources resources;
  private final HealthCheckIds ids;
  private final UnreadResources unread;
  private final UnknownValues unknowns;

  HealthCheckReader(Resources resources, HealthCheckIds ids, UnreadResources unread) {
    this.resources = resources;
    this.ids = ids;
    this.unread = unread;
    this.unknowns = new UnknownValues(resources);
  }

  List<HealthCheck> all() {
    List<HealthCheck> checks = new ArrayList<>();
    for (Resource resource : resources.managed(HealthCheckIds.TYPE)) {
      try {
        ApiHealthCheck flat = flat(resource);
        checks.add((resource.isStored() ? flat.stored() : flat).toHealthCheck(ids.of(resource)));
      } catch (InvalidValue e) {
        unread.add(resource, e.what(), e.fix());
      }
    }
    return checks;
  }

  private ApiHealthCheck flat(Resource resource) {
    Attributes attributes = resource.attributes();
    String type = attributes.known("type");
    return new ApiHealthCheck(
        type,
        probe(resource, attributes),
        new ApiHealthCheck.Timing(
            attributes.numberUnlessZero("request_interval"),
            attributes.isComputed("failure_threshold")
                ? null
                : attributes.numberUnlessZero("failure_threshold"),
            attributes.flag("measure_latency")),
        source(resource, attributes, "CALCULATED".equals(type)),
        attributes.flag("invert_healthcheck"),
        attributes.flag("disabled"));
  }

  private ApiHealthCheck.Probe probe(Resource resource, Attributes attributes) {
    return new ApiHealthCheck.Probe(
        unknowns.value(resource, attributes, "ip_address"),
        unknowns.value(resource, attributes, "fqdn"),
        attributes.numberUnlessZero("port"),
        attributes.known("resource_path"),
        attributes.known("search_string"),
        attributes.isComputed("enable_sni") ? null : attributes.flag("enable_sni"),
        attributes.knownTexts("regions"));
  }

  /** Only a calculated check can have a threshold of 0. For others, the provider writes 0. */
  private ApiHealthCheck.Source source(
      Resource resource, Attributes attributes, boolean calculated) {
    return new ApiHealthCheck.Source(
        calculated
            ? attributes.number("child_health_threshold")
            : attributes.numberUnlessZero("child_health_threshold"),
        children(resource),
        attributes.known("cloudwatch_alarm_name"),
        attributes.known("cloudwatch_alarm_region"),
        attributes.known("insufficient_data_health_status"),
        unknowns.arn(resource, attributes, "routing_control_arn"));
  }

  /** The children, by the plan's ids; null if none are set. */
  private @Nullable List<String> children(Resource resource) {
    List<String> children = ids.ofAwsIds(Json.texts(resource.values().path("child_healthchecks")));
    int known = resource.values().path("child_healthchecks").size();
    Expression argument = resource.expression("child_healthchecks");
    if (resource.isUnknown("child_healthchecks") && !ReferenceSearch.in(argument).isCertain()) {
      throw Attributes.unknown("child_healthchecks");
    }
    if (resource.isUnknown("child_healthchecks") || children.size() < known) {
      children =
          resources.mentioned(resource, argument, HealthCheckIds.TYPE).stream()
              .map(ids::of)
              .toList();
    }
    if (children.size() < known) {
      unread.add(
          resource,
          "it has children that are in none of these files",
          "read the files with the children too");
      // Route 53's own ids, so that the list is complete.
      children =
          Json.texts(resource.values().path("child_healthchecks")).stream()
              .map(id -> ids.ofAwsId(id).orElse(id))
              .toList();
    }
    if (children.isEmpty() && resource.isUnknown("child_healthchecks")) {
      throw Attributes.unknown("child_healthchecks");
    }
    return children.isEmpty() ? null : children;
  }
}
