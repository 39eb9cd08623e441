package dev.meridian.config;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.config.HealthCheckDeclaration.Kind;
import dev.meridian.config.Located.Pair;
import dev.meridian.model.HealthCheckConfig.CloudWatchMetric;
import dev.meridian.model.HealthCheckConfig.CloudWatchMetric.InsufficientData;
import dev.meridian.model.HealthCheckConfig.RecoveryControl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code health-checks}: checks with names of their own, of every kind. */
final class HealthChecksReader {
  private final Scope scope;
  private final CalculatedReader calculated;

  HealthChecksReader(Scope scope) {
    this.scope = scope;
    this.calculated = new CalculatedReader(scope);
  }

  Map<String, HealthCheckDeclaration> read(Optional<Located> checks) {
    Map<String, HealthCheckDeclaration> read = new LinkedHashMap<>();
    for (Pair pair : checks.map(Located::pairs).orElse(List.of())) {
      checkName(pair);
      check(pair.value()).ifPresent(check -> read.put(pair.name(), check));
    }
    return read;
  }

  /** Checks what calculated checks count, once all checks, regions and endpoints are read. */
  void checkChildren(
      Map<String, HealthCheckDeclaration> checks,
      Map<String, RegionDeclaration> regions,
      Map<String, EndpointDeclaration> endpoints) {
    Map<String, CheckReference> guards = new LinkedHashMap<>();
    regions.forEach((code, region) -> guards.put(code, region.healthCheck()));
    endpoints.forEach((name, endpoint) -> guards.put(name, endpoint.healthCheck()));
    calculated.checkChildren(checks, guards);
  }

  private void checkName(Pair pair) {
    String name = pair.name();
    if (name.equals("none")) {
      pair.key().problem("none means no health check", "give it another name");
    } else if (scope.hasEndpoint(name) || AwsRegions.byCode(name).isPresent()) {
      pair.key()
          .problem(
              name + " names an endpoint, and so that endpoint's health check",
              "give it another name, such as " + name + "-check");
    } else {
      Word.check(pair.key(), name);
    }
  }

  private Optional<HealthCheckDeclaration> check(Located value) {
    if (value.peek("cloudwatch-metric").isPresent()) {
      return other(value, Keys.CHECK_METRIC, HealthChecksReader::metric);
    }
    if (value.peek("recovery-control").isPresent()) {
      return other(value, Keys.CHECK_CONTROL, HealthChecksReader::control);
    }
    if (value.peek("calculated").isPresent()) {
      return other(value, Keys.CHECK_CALCULATED, calculated::read);
    }
    return value.section(Keys.PROBE).map(ProbeReader::read);
  }

  private interface KindReader {
    Optional<? extends Kind> read(Section check);
  }

  private static Optional<HealthCheckDeclaration> other(
      Located value, Keys keys, KindReader reader) {
    Optional<Section> section = value.section(keys);
    boolean inverted = section.map(s -> s.flag("inverted", false)).orElse(false);
    boolean disabled = section.map(s -> s.flag("disabled", false)).orElse(false);
    return section
        .flatMap(reader::read)
        .map(kind -> new HealthCheckDeclaration(kind, inverted, disabled, value.at()));
  }

  private static Optional<Kind> metric(Section check) {
    return check
        .get("cloudwatch-metric")
        .flatMap(value -> value.section(Keys.METRIC))
        .flatMap(HealthChecksReader::readMetric);
  }

  private static Optional<Kind> readMetric(Section metric) {
    InsufficientData data =
        metric
            .get("insufficient-data")
            .flatMap(HealthChecksReader::insufficientData)
            .orElse(InsufficientData.LAST_KNOWN_STATUS);
    Optional<Located> alarm = metric.require("alarm", "queue-depth");
    Optional<String> name =
        alarm.flatMap(
            at ->
                at.text()
                    .flatMap(
                        text ->
                            at.make(
                                () -> new CloudWatchMetric(text, "us-east-1", data).alarmName())));
    Optional<String> region = metric.require("region", "us-east-1").flatMap(RegionCodes::read);
    return name.flatMap(
        n -> region.map(r -> new Kind.CloudWatchMetric(new CloudWatchMetric(n, r, data))));
  }

  private static Optional<InsufficientData> insufficientData(Located value) {
    return Choice.read(
        value,
        InsufficientData.values(),
        InsufficientData::word,
        "insufficient data cannot count as \"%s\"");
  }

  private static Optional<Kind> control(Section check) {
    return check
        .get("recovery-control")
        .flatMap(
            at ->
                at.text()
                    .flatMap(
                        arn -> at.make(() -> new Kind.RecoveryControl(new RecoveryControl(arn)))));
  }
}
