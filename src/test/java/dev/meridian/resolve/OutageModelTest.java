package dev.meridian.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.Destination;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutageModelTest {

  @Test
  void aRegionGoesDownWithItsLoadBalancerItsAddressesAndItsCheck() {
    OutageModel endpoints = OutageModel.of(SamplePlans.recipe().plan());
    assertThat(endpoints.names()).containsExactlyInAnyOrderElementsOf(SamplePlans.REGIONS);
    HealthState health = endpoints.health(Outage.of("eu-west-1"));
    assertThat(health.unhealthyChecks()).containsExactly("eu-west-1");
    assertThat(health.unhealthyResources())
        .containsExactly(new Value.Output("eu-west-1", "alb_dns_name"));
  }

  @Test
  void calculatedInvertedAndDisabledChecksFollow() {
    HealthCheckConfig probe = SamplePlans.recipe().plan().healthChecks().get(0).config();
    HealthCheckConfig both = new HealthCheckConfig.Calculated(2, List.of("us-east-1", "eu-west-1"));
    SamplePlans plans =
        SamplePlans.recipe()
            .add(new HealthCheck("both", both, false, false))
            .add(new HealthCheck("neither", both, true, false))
            .add(new HealthCheck("off", probe, false, true));
    OutageModel endpoints = OutageModel.of(plans.plan());
    assertThat(endpoints.health(Outage.NONE).unhealthyChecks()).containsExactly("neither");
    assertThat(endpoints.health(Outage.of("us-east-1")).unhealthyChecks())
        .containsExactlyInAnyOrder("us-east-1", "both");
    assertThat(endpoints.health(Outage.of("ap-southeast-1")).unhealthyChecks())
        .containsExactlyInAnyOrder("ap-southeast-1", "neither");
  }

  @Test
  void aHealthCheckThatIsNoEndpointFailsByItself() {
    HealthCheckConfig alarm =
        new HealthCheckConfig.CloudWatchMetric(
            "queue", "us-east-1", HealthCheckConfig.CloudWatchMetric.InsufficientData.HEALTHY);
    HealthCheckConfig both = new HealthCheckConfig.Calculated(2, List.of("us-east-1", "queue"));
    OutageModel endpoints =
        OutageModel.of(
            SamplePlans.recipe()
                .add(new HealthCheck("queue", alarm, false, false))
                .add(new HealthCheck("both", both, false, false))
                .plan());

    Outage outage = endpoints.down(List.of("queue", "eu-west-1", "nothing"));

    assertThat(outage).hasToString("eu-west-1, queue down");
    assertThat(outage.healthChecks()).containsExactly("queue");
    assertThat(endpoints.health(outage).unhealthyChecks())
        .containsExactlyInAnyOrder("eu-west-1", "queue", "both");
    assertThat(endpoints.down(List.of("nothing")).isEmpty()).isTrue();
  }

  @Test
  void aCheckOfSomethingElseFailsWithTheOnlyEndpointThatCarriesIt() {
    SamplePlans plans =
        new SamplePlans()
            .add(check("own"))
            .add(check("shared"))
            .add("a", "1", new RoutingPolicy.Weighted(1), "192.0.2.1", "own")
            .add("a", "2", new RoutingPolicy.Weighted(1), "192.0.2.2", "shared")
            .add("a", "3", new RoutingPolicy.Weighted(1), "192.0.2.3", "shared");
    HealthState health = OutageModel.of(plans.plan()).health(Outage.of("192.0.2.1", "192.0.2.2"));
    assertThat(health.unhealthyChecks()).containsExactly("own");
  }

  private static HealthCheck check(String id) {
    HealthCheckConfig probe =
        new HealthCheckConfig.Endpoint(
            HealthCheckConfig.Protocol.HTTPS,
            new Destination(null, Value.literal("status.example.org")),
            443,
            "/" + id,
            null,
            new HealthCheckConfig.Probing(30, 3, Set.of(), false),
            false);
    return new HealthCheck(id, probe, false, false);
  }

  @Test
  void aRegionsNameTakesDownTheAwsResourcesThatSayTheyStandThere() {
    RecordData balancer =
        new RecordData.ResourceAlias(
            Value.literal("dualstack.shop-1.us-east-1.elb.amazonaws.com."),
            Value.literal("Z35SXDOTRQ7X7K"),
            true);
    RecordKey key = new RecordKey(new RrsetKey(SamplePlans.ZONE, RecordType.A), null);
    RecordSet record = new RecordSet(key, new RoutingPolicy.Simple(), balancer, null);
    OutageModel endpoints =
        OutageModel.of(new RoutingPlan(SamplePlans.ZONE, List.of(record), List.of(), List.of()));
    assertThat(endpoints.down(List.of("us-east-1")).endpoints())
        .containsExactly("dualstack.shop-1.us-east-1.elb.amazonaws.com");
    assertThat(endpoints.down(List.of("us-east-11", "east")).endpoints()).isEmpty();
  }
}
