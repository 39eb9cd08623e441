package dev.meridian.cost;

import dev.meridian.catalog.Prices;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.HealthCheckConfig.Endpoint;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.Probing;
import dev.meridian.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one health check costs. A probe of an endpoint outside of AWS costs more, and so do HTTPS, a
 * string search, the fast interval, and latency measurement. A disabled health check costs the
 * same.
 *
 * @param id of the health check
 * @param ofStacks the regions and accelerators of the deployment, whose endpoints are on AWS
 */
record HealthCheckCosts(String id, Set<String> ofStacks)
    implements HealthCheckConfig.Cases<List<CostLine>> {
  static final String SECTION = "health checks";
  static final String BASIC = "health-check-aws";

  private static final List<String> AWS_DOMAINS =
      List.of(".amazonaws.com", ".awsglobalaccelerator.com", ".cloudfront.net");

  /**
   * @param suffix of the ID, to tell the health checks of two zones apart
   */
  static List<CostLine> of(HealthCheck check, Set<String> ofStacks, String suffix) {
    return check.config().accept(new HealthCheckCosts(check.id() + suffix, ofStacks));
  }

  @Override
  public List<CostLine> endpoint(Endpoint config) {
    boolean onAws = isOnAws(config.destination().address().or(config.destination()::hostName));
    List<CostLine> lines = new ArrayList<>();
    lines.add(basic(onAws, onAws ? "endpoint on AWS" : "endpoint outside of AWS"));
    List<String> features = new ArrayList<>();
    addIf(config.protocol() == Protocol.HTTPS, "HTTPS", features);
    addIf(config.search().isPresent(), "string search", features);
    addIf(config.probing().interval() == Probing.FAST, "interval of 10 seconds", features);
    addIf(config.probing().measureLatency(), "latency measurement", features);
    if (!features.isEmpty()) {
      String item = onAws ? "health-check-feature-aws" : "health-check-feature-other";
      String note = String.join(", ", features);
      lines.add(CostLine.monthly(SECTION, id, features.size(), Prices.of(item), note));
    }
    return lines;
  }

  @Override
  public List<CostLine> calculated(HealthCheckConfig.Calculated config) {
    return List.of(basic(true, "calculated"));
  }

  @Override
  public List<CostLine> cloudWatchMetric(HealthCheckConfig.CloudWatchMetric config) {
    return List.of(basic(true, "CloudWatch alarm"));
  }

  @Override
  public List<CostLine> recoveryControl(HealthCheckConfig.RecoveryControl config) {
    return List.of(basic(true, "routing control"));
  }

  @Override
  public List<CostLine> unidentified(HealthCheckConfig.Unidentified config) {
    return List.of(basic(false, "not identified"));
  }

  private CostLine basic(boolean onAws, String note) {
    String item = onAws ? BASIC : "health-check-other";
    return CostLine.monthly(SECTION, id, 1, Prices.of(item), note);
  }

  private boolean isOnAws(Optional<Value> probed) {
    Optional<String> source = probed.flatMap(Value::heldBy);
    String text =
        probed
            .filter(Value.Literal.class::isInstance)
            .map(value -> ((Value.Literal) value).text())
            .orElse("");
    return source.filter(ofStacks::contains).isPresent()
        || AWS_DOMAINS.stream().anyMatch(text::endsWith);
  }

  private static void addIf(boolean has, String feature, List<String> features) {
    if (has) {
      features.add(feature);
    }
  }
}
