package dev.meridian.resolve;

import dev.meridian.model.RecordData;
import dev.meridian.model.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The AWS resources that aliases point to that Route 53 can follow the health of. */
final class AliasTargets {
  private static final Value GLOBAL_ACCELERATOR =
      Value.literal(RecordData.ResourceAlias.GLOBAL_ACCELERATOR_ZONE_ID);

  /**
   * Route 53 always considers API Gateway, VPC endpoints, and similar targets healthy (API
   * AliasTarget, EvaluateTargetHealth).
   */
  private static final Pattern ALWAYS_HEALTHY =
      Pattern.compile(
          ".*(\\.execute-api\\.|\\.vpce\\.|\\.appsync-api\\.|\\.awsglobalaccelerator\\.com"
              + "|\\.awsapprunner\\.com|\\.cloudfront\\.net|\\.on\\.aws).*");

  /** The same targets by their types in Terraform's provider. */
  private static final Pattern ALWAYS_HEALTHY_TYPES =
      Pattern.compile(
          "(?:^|.*\\.)aws_(?:api_gateway_|apigatewayv2_|vpc_endpoint|appsync_|globalaccelerator_"
              + "|apprunner_|cloudfront_|lambda_function_url).*");

  private static boolean isAlwaysHealthy(RecordData.ResourceAlias alias) {
    if (alias.zoneId().equals(GLOBAL_ACCELERATOR)) {
      return true;
    }
    Value dnsName = alias.dnsName();
    Pattern pattern = dnsName instanceof Value.Reference ? ALWAYS_HEALTHY_TYPES : ALWAYS_HEALTHY;
    return pattern.matcher(OutageModel.of(dnsName)).matches();
  }

  private final Map<String, Set<Value>> followed = new HashMap<>();

  void add(RecordData.ResourceAlias alias) {
    if (!isAlwaysHealthy(alias)) {
      followed
          .computeIfAbsent(OutageModel.of(alias.dnsName()), endpoint -> new HashSet<>())
          .add(alias.dnsName());
    }
  }

  /** The DNS names of the resources that are unhealthy while {@code endpoints} are down. */
  Set<Value> unhealthy(Set<String> endpoints) {
    Set<Value> unhealthy = new HashSet<>();
    endpoints.forEach(one -> unhealthy.addAll(followed.getOrDefault(one, Set.of())));
    return unhealthy;
  }

  /** Their endpoints. */
  NavigableSet<String> followed() {
    return new TreeSet<>(followed.keySet());
  }
}
