package dev.meridian.stacks;

import static dev.meridian.stacks.HclText.key;
import static dev.meridian.stacks.HclText.literal;
import static dev.meridian.stacks.HclText.reference;

import com.hashicorp.cdktf.TerraformStack;
import dev.meridian.config.Deployment;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.RoutingPlan;
import java.util.LinkedHashMap;
import java.util.Map;
import software.constructs.Construct;

/**
 * The hosted zone, the health checks, the records and the alarms. It reads the region stacks by
 * their states: whoever makes both tells CDKTF by {@link #addDependency} which come first.
 */
public final class DnsStack extends TerraformStack {
  /** The Region tag of what stands in no region. */
  static final String GLOBAL = "global";

  /**
   * The stack {@code <application>-<environment>-dns}.
   *
   * @param scope the CDKTF app, which must synthesize HCL
   * @param plan compiled from {@code deployment}
   */
  public DnsStack(Construct scope, Deployment deployment, RoutingPlan plan) {
    super(scope, deployment.dnsStackName());
    String prefix = SiteNames.prefix(deployment);
    ResourceNames names = ResourceNames.of(plan);
    References references = References.of(deployment, plan);
    AwsSettings.add(this, HomeRegion.of(deployment), Tags.of(deployment, GLOBAL));
    StateAddress state = StateAddress.ofStack(deployment, deployment.dnsStackName());
    new BackendWriter(this, state).write();
    readStates(deployment, references);

    String zone = HostedZone.build(this, deployment.zone());
    HealthChecks checks = new HealthChecks(this, names, references, deployment.regions().keySet());
    plan.healthChecks().forEach(checks::add);
    CidrCollections collections = new CidrCollections(this, prefix, names);
    plan.cidrCollections().forEach(collections::add);
    RecordSets records = new RecordSets(this, zone, names, references, collections);
    plan.records().forEach(records::add);
    if (deployment.alerts().enabled()) {
      new Notifications(this, SiteNames.topic(deployment), names)
          .add(deployment.alerts(), plan.healthChecks());
    }
    outputs(deployment, zone, plan, names);
  }

  private void readStates(Deployment deployment, References references) {
    references
        .states()
        .forEach(
            (source, resource) -> {
              StateAddress address = References.address(deployment, source);
              new StateReader(this, "data.terraform_remote_state." + resource, address)
                  .read(resource);
            });
  }

  private void outputs(
      Deployment deployment, String zone, RoutingPlan plan, ResourceNames resourceNames) {
    Map<String, String> checks = new LinkedHashMap<>();
    for (HealthCheck check : plan.healthChecks()) {
      String resource = resourceNames.healthCheck(check.id());
      checks.put(key(check.id()), reference("aws_route53_health_check." + resource + ".id"));
    }
    Map<String, String> names = new LinkedHashMap<>();
    deployment.names().forEach(name -> names.put(key(name.label()), literal(name.name().text())));
    Outputs outputs = new Outputs(this);
    outputs.add(
        "name_servers", "What the domain's registrar must name", reference(zone + ".name_servers"));
    outputs.add("zone_id", "The hosted zone", reference(zone + ".zone_id"));
    outputs.add("health_check_ids", "Health check to its id in Route 53", checks);
    outputs.add("names", "Label to fully qualified name", names);
  }
}
