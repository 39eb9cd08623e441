package dev.meridian.plan;

import static dev.meridian.plan.Declared.failover;
import static dev.meridian.plan.Declared.in;
import static dev.meridian.plan.Declared.latency;
import static dev.meridian.plan.Declared.multivalue;
import static dev.meridian.plan.Declared.near;
import static dev.meridian.plan.Declared.to;
import static dev.meridian.plan.Declared.tree;
import static dev.meridian.plan.Declared.weight;
import static dev.meridian.plan.Declared.weighted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.GeoLocation;
import dev.meridian.model.PolicyKind;
import org.junit.jupiter.api.Test;

class CompilerTest {

  @Test
  void theRecipeBecomesItsFiveGroupsAndOneCheckARegion() {
    Compiled compiled = recipe().compiled();
    assertThat(compiled.problems()).isEmpty();
    assertThat(Shown.lines(compiled.plan()))
        .containsExactly(
            "api.example.com A us-east-1 weighted[weight=50] -> alias us-east-1.alb_dns_name if"
                + " us-east-1",
            "api.example.com A eu-west-1 weighted[weight=30] -> alias eu-west-1.alb_dns_name if"
                + " eu-west-1",
            "api.example.com A ap-southeast-1 weighted[weight=20] -> alias"
                + " ap-southeast-1.alb_dns_name if ap-southeast-1",
            "failover.api.example.com A primary failover[role=PRIMARY] -> alias"
                + " us-east-1.alb_dns_name if us-east-1",
            "failover.api.example.com A secondary failover[role=SECONDARY] -> alias"
                + " eu-west-1.alb_dns_name if eu-west-1",
            "geo.api.example.com A NA geolocation[location=Continent[code=NA]] -> alias"
                + " us-east-1.alb_dns_name if us-east-1",
            "geo.api.example.com A EU geolocation[location=Continent[code=EU]] -> alias"
                + " eu-west-1.alb_dns_name if eu-west-1",
            "geo.api.example.com A AS geolocation[location=Continent[code=AS]] -> alias"
                + " ap-southeast-1.alb_dns_name if ap-southeast-1",
            "geo.api.example.com A default geolocation[location=Default[]] -> alias"
                + " us-east-1.alb_dns_name if us-east-1",
            "latency.api.example.com A us-east-1 latency[region=us-east-1] -> alias"
                + " us-east-1.alb_dns_name if us-east-1",
            "latency.api.example.com A eu-west-1 latency[region=eu-west-1] -> alias"
                + " eu-west-1.alb_dns_name if eu-west-1",
            "latency.api.example.com A ap-southeast-1 latency[region=ap-southeast-1] -> alias"
                + " ap-southeast-1.alb_dns_name if ap-southeast-1",
            "multivalue.api.example.com A us-east-1-1 multivalue[] ->"
                + " [us-east-1.static_addresses[0]] ttl 60 if us-east-1",
            "multivalue.api.example.com A us-east-1-2 multivalue[] ->"
                + " [us-east-1.static_addresses[1]] ttl 60 if us-east-1",
            "multivalue.api.example.com A eu-west-1-1 multivalue[] ->"
                + " [eu-west-1.static_addresses[0]] ttl 60 if eu-west-1",
            "multivalue.api.example.com A eu-west-1-2 multivalue[] ->"
                + " [eu-west-1.static_addresses[1]] ttl 60 if eu-west-1",
            "multivalue.api.example.com A ap-southeast-1-1 multivalue[] ->"
                + " [ap-southeast-1.static_addresses[0]] ttl 60 if ap-southeast-1",
            "multivalue.api.example.com A ap-southeast-1-2 multivalue[] ->"
                + " [ap-southeast-1.static_addresses[1]] ttl 60 if ap-southeast-1",
            "check ap-southeast-1 HTTP (ap-southeast-1.alb_dns_name):80/health",
            "check eu-west-1 HTTP (eu-west-1.alb_dns_name):80/health",
            "check us-east-1 HTTP (us-east-1.alb_dns_name):80/health");
  }

  private static Declared recipe() {
    return Declared.zone("example.com")
        .regions("us-east-1", "eu-west-1", "ap-southeast-1")
        .name(
            "api",
            weighted(
                weight("us-east-1", 50), weight("eu-west-1", 30), weight("ap-southeast-1", 20)))
        .name(
            "latency.api",
            latency(
                near("us-east-1", to("us-east-1")),
                near("eu-west-1", to("eu-west-1")),
                near("ap-southeast-1", to("ap-southeast-1"))))
        .name(
            "geo.api",
            tree(
                PolicyKind.GEOLOCATION,
                in("NA", new GeoLocation.Continent("NA"), to("us-east-1")),
                in("EU", new GeoLocation.Continent("EU"), to("eu-west-1")),
                in("AS", new GeoLocation.Continent("AS"), to("ap-southeast-1")),
                in("default", new GeoLocation.Default(), to("us-east-1"))))
        .name("failover.api", failover(to("us-east-1"), to("eu-west-1")))
        .name("multivalue.api", multivalue("us-east-1", "eu-west-1", "ap-southeast-1"));
  }
}
