package dev.meridian.stacks;

import static dev.meridian.stacks.hcl.HclText.literal;
import static dev.meridian.stacks.hcl.HclText.reference;

import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.route53_health_check.Route53HealthCheck;
import dev.meridian.declaration.Deployment;
import dev.meridian.model.CheckerRegion;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.Probing;
import dev.meridian.stacks.hcl.HclText;
import dev.meridian.stacks.name.LogicalIds;
import dev.meridian.stacks.name.TerraformNames;
import java.util.Map;
import java.util.TreeMap;
import software.constructs.Construct;

/**
 * Health checks of every kind.
 *
 * @param deployment the deployment that declares them
 */
record HealthCheckResources(
    Construct stack, TerraformNames names, ValueReferences references, Deployment deployment) {

  Route53HealthCheck add(HealthCheck check) {
    String resource = names.healthCheck(check.id());
    Route53HealthCheck.Builder builder =
        Route53HealthCheck.Builder.create(stack, "aws_route53_health_check." + resource)
            // Records use the new health check before Terraform deletes the old one.
            .lifecycle(TerraformResourceLifecycle.builder().createBeforeDestroy(true).build())
            .tags(new TreeMap<>(Map.of("Name", literal(check.id()), "Region", region(check))));
    if (check.inverted()) {
      builder.invertHealthcheck(true);
    }
    if (check.disabled()) {
      builder.disabled(true);
    }
    return LogicalIds.named(resource, check.config().accept(new Arguments(builder)).build());
  }

  /** The region of the file that a health check probes, or that of no region. */
  private String region(HealthCheck check) {
    return ValueReferences.probedSource(check)
        .filter(deployment.regions()::containsKey)
        .orElse(Tags.global(deployment));
  }

  private final class Arguments implements HealthCheckConfig.Cases<Route53HealthCheck.Builder> {
    private final Route53HealthCheck.Builder builder;

    Arguments(Route53HealthCheck.Builder builder) {
      this.builder = builder;
    }

    @Override
    public Route53HealthCheck.Builder endpoint(HealthCheckConfig.Endpoint config) {
      builder.type(config.type()).port(config.port());
      config.destination().hostName().map(references::text).ifPresent(builder::fqdn);
      config.destination().address().map(references::text).ifPresent(builder::ipAddress);
      config.resourcePath().map(HclText::literal).ifPresent(builder::resourcePath);
      config.search().map(HclText::literal).ifPresent(builder::searchString);
      if (config.protocol() == HealthCheckConfig.Protocol.HTTPS) {
        // If it is not set, the provider keeps the current value of the health check.
        builder.enableSni(config.sni());
      }
      return probing(config.probing());
    }

    private Route53HealthCheck.Builder probing(Probing probing) {
      builder.requestInterval(probing.interval()).failureThreshold(probing.failureThreshold());
      if (probing.measureLatency()) {
        builder.measureLatency(true);
      }
      if (!probing.regions().isEmpty()) {
        builder.regions(probing.regions().stream().map(CheckerRegion::code).toList());
      }
      return builder;
    }

    @Override
    public Route53HealthCheck.Builder calculated(HealthCheckConfig.Calculated config) {
      return builder
          .type("CALCULATED")
          .childHealthThreshold(config.threshold())
          .childHealthchecks(
              config.children().stream().sorted().map(names::healthCheck).map(this::id).toList());
    }

    private String id(String resource) {
      return reference("aws_route53_health_check." + resource + ".id");
    }

    @Override
    public Route53HealthCheck.Builder cloudWatchMetric(HealthCheckConfig.CloudWatchMetric config) {
      return builder
          .type("CLOUDWATCH_METRIC")
          .cloudwatchAlarmName(literal(config.alarmName()))
          .cloudwatchAlarmRegion(config.region())
          .insufficientDataHealthStatus(config.insufficientData().apiName());
    }

    @Override
    public Route53HealthCheck.Builder recoveryControl(HealthCheckConfig.RecoveryControl config) {
      return builder
          .type("RECOVERY_CONTROL")
          .routingControlArn(config.routingControlArn().accept(references));
    }

    @Override
    public Route53HealthCheck.Builder unidentified(HealthCheckConfig.Unidentified config) {
      throw new IllegalArgumentException("a declaration says which health check a record has");
    }
  }
}
