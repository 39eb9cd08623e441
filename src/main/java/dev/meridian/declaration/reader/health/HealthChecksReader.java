package dev.meridian.declaration.reader.health;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.declaration.AcceleratorDeclaration;
import dev.meridian.declaration.EarlierName;
import dev.meridian.declaration.EndpointDeclaration;
import dev.meridian.declaration.HealthCheckDeclaration;
import dev.meridian.declaration.HealthCheckDeclaration.Kind;
import dev.meridian.declaration.HealthCheckReference;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.value.DeclaredNames;
import dev.meridian.declaration.value.EarlierNameReader;
import dev.meridian.declaration.value.NameFormat;
import dev.meridian.declaration.value.RegionCodeReader;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.Suggestions;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import dev.meridian.model.HealthCheckConfig.CloudWatchMetric;
import dev.meridian.model.HealthCheckConfig.CloudWatchMetric.InsufficientData;
import dev.meridian.model.HealthCheckConfig.RecoveryControl;
import dev.meridian.model.ZoneKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code health-checks}: named health checks of every kind. */
public final class HealthChecksReader {
  private final DeclaredNames declaredNames;
  private final ZoneKind zone;
  private final CalculatedCheckReader calculated;

  /**
   * @param zone where the health checks are used: in a private zone, they are not probes
   */
  public HealthChecksReader(DeclaredNames declaredNames, ZoneKind zone) {
    this.declaredNames = declaredNames;
    this.zone = zone;
    this.calculated = new CalculatedCheckReader(declaredNames);
  }

  public Map<String, HealthCheckDeclaration> read(Optional<YamlNode> checks) {
    Map<String, HealthCheckDeclaration> read = new LinkedHashMap<>();
    for (Pair pair : checks.map(YamlNode::pairs).orElse(List.of())) {
      checkName(pair);
      check(pair.value()).ifPresent(check -> read.put(pair.name(), check));
    }
    return read;
  }

  /** Checks the children of calculated checks. Call it after everything else is read. */
  public void checkChildren(
      Map<String, HealthCheckDeclaration> checks,
      Map<String, RegionDeclaration> regions,
      Map<String, EndpointDeclaration> endpoints,
      Map<String, AcceleratorDeclaration> accelerators) {
    Map<String, HealthCheckReference> guards = new LinkedHashMap<>();
    regions.forEach((code, region) -> guards.put(code, region.healthCheck()));
    endpoints.forEach((name, endpoint) -> guards.put(name, endpoint.healthCheck()));
    accelerators.forEach((name, accelerator) -> guards.put(name, accelerator.healthCheck()));
    calculated.checkChildren(checks, guards);
  }

  private void checkName(Pair pair) {
    String name = pair.name();
    if (name.equals("none")) {
      pair.key().report("none means no health check", "give it another name");
    } else if (declaredNames.hasEndpoint(name) || AwsRegions.byCode(name).isPresent()) {
      pair.key()
          .report(
              name + " is the name of an endpoint, and so of that endpoint's health check",
              "give it another name, such as " + name + "-check");
    } else {
      NameFormat.check(pair.key(), name);
    }
  }

  private Optional<HealthCheckDeclaration> check(YamlNode value) {
    if (value.peek("cloudwatch-metric").isPresent()) {
      return other(value, AllowedKeys.CHECK_METRIC, HealthChecksReader::metric);
    }
    if (value.peek("recovery-control").isPresent()) {
      return other(value, AllowedKeys.CHECK_CONTROL, HealthChecksReader::control);
    }
    if (value.peek("calculated").isPresent()) {
      return other(value, AllowedKeys.CHECK_CALCULATED, calculated::read);
    }
    return zone == ZoneKind.PRIVATE
        ? refuseProbe(value)
        : value.mapping(AllowedKeys.PROBE).map(ProbeReader::read);
  }

  static <T> Optional<T> refuseProbe(YamlNode value) {
    return refuseProbe(
        value,
        "under health-checks of private, write a check {cloudwatch-metric: {alarm: …, region: …}},"
            + " and use its name");
  }

  /** Reports a probe in a private zone. */
  public static <T> Optional<T> refuseProbe(YamlNode value, String fix) {
    return value.refuse(
        "Route 53's health checkers are on the internet, and cannot reach private addresses", fix);
  }

  private interface KindReader {
    Optional<? extends Kind> read(YamlMapping check);
  }

  private static Optional<HealthCheckDeclaration> other(
      YamlNode value, AllowedKeys keys, KindReader reader) {
    Optional<YamlMapping> mapping = value.mapping(keys);
    boolean inverted = mapping.map(s -> s.flag("inverted", false)).orElse(false);
    boolean disabled = mapping.map(s -> s.flag("disabled", false)).orElse(false);
    @Nullable String name = mapping.flatMap(HealthChecksReader::name).orElse(null);
    @Nullable EarlierName was = mapping.flatMap(HealthChecksReader::was).orElse(null);
    return mapping
        .flatMap(reader::read)
        .map(kind -> new HealthCheckDeclaration(kind, name, inverted, disabled, was, value.at()));
  }

  /** The {@code Name} tag. */
  static Optional<String> name(YamlMapping check) {
    return check
        .get("name")
        .flatMap(
            value ->
                value
                    .text()
                    .flatMap(text -> value.checked(text, HealthCheckDeclaration::checkName)));
  }

  /** The key under {@code health-checks}, or the {@code Name} tag, that the check had earlier. */
  static Optional<EarlierName> was(YamlMapping check) {
    return EarlierNameReader.read(check, HealthCheckDeclaration::checkName);
  }

  private static Optional<Kind> metric(YamlMapping check) {
    return check
        .get("cloudwatch-metric")
        .flatMap(value -> value.mapping(AllowedKeys.METRIC))
        .flatMap(HealthChecksReader::readMetric);
  }

  private static Optional<Kind> readMetric(YamlMapping metric) {
    InsufficientData data =
        metric
            .get("insufficient-data")
            .flatMap(HealthChecksReader::insufficientData)
            .orElse(InsufficientData.LAST_KNOWN_STATUS);
    Optional<YamlNode> alarm = metric.require("alarm", "queue-depth");
    Optional<String> name =
        alarm.flatMap(
            at ->
                at.text()
                    .flatMap(
                        text ->
                            at.make(
                                () -> new CloudWatchMetric(text, "us-east-1", data).alarmName())));
    Optional<String> region = metric.require("region", "us-east-1").flatMap(RegionCodeReader::read);
    return name.flatMap(
        n -> region.map(r -> new Kind.CloudWatchMetric(new CloudWatchMetric(n, r, data))));
  }

  private static Optional<InsufficientData> insufficientData(YamlNode value) {
    return Suggestions.read(
        value,
        InsufficientData.values(),
        InsufficientData::keyword,
        "insufficient data cannot count as \"%s\"");
  }

  private static Optional<Kind> control(YamlMapping check) {
    return check
        .get("recovery-control")
        .flatMap(
            at ->
                at.text()
                    .flatMap(
                        arn -> at.make(() -> new Kind.RecoveryControl(new RecoveryControl(arn)))));
  }
}
