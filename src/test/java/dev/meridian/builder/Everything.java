package dev.meridian.builder;

import java.time.Instant;

/** {@code examples/everything.yaml} in Java. */
final class Everything {
  private static final String DKIM =
      "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAuVrpbhVQwGhWWXk0j0"
          + "lTmT7hZ0z1V5Pt1b2oGz8sXq0mS4v3nq5T9W7dYk2cJf6rL8aHxQeBvNpRtUiOyEwDgKjMlZsXcVbNaQ"
          + "wErTyUiOpAsDfGhJkLzXcVbNmQwErTyUiOpLkJhGfDsAzXcVbNmQwErTyUiOpLkJhGfDsAzXcVbNmQwE"
          + "rTyUiOpLkJhGfDsAzXcVbNmQwErTyUiOpLkJhGfDsAzXcVbNmIDAQAB";

  private static final String ROUTING_CONTROL =
      "arn:aws:route53-recovery-control::123456789012:controlpanel/"
          + "0123456789abcdef0123456789abcdef/routingcontrol/0123456789abcdef";

  private Everything() {}

  static DeploymentBuilder builder(String certificate) {
    DeploymentBuilder builder =
        DeploymentBuilder.of("everything", "staging", "example.net")
            .existingZone("Z0123456789ABCDEFGHIJ")
            .state(StateSettings.s3("acme-terraform-states", "eu-central-1").prefix("meridian/"))
            .tag("Team", "platform")
            .tag("CostCenter", "4711")
            .healthCheck(Check.http().path("/health").interval(30).failureThreshold(3))
            .ttl(30)
            .alerts(
                AlertSettings.newTopic()
                    .email("ops@example.net", "oncall@example.net")
                    .https("https://hooks.example.net/dns", false)
                    .httpsInVariable("pagerduty_url", false)
                    .httpsInVariable("webhook_url", true))
            .silence("evaluate-target-health-off");
    sites(builder, certificate);
    healthChecks(builder);
    endpoints(builder);
    names(builder);
    settings(builder);
    return builder;
  }

  private static void settings(DeploymentBuilder builder) {
    NameSettings defaults = NameSettings.defaults();
    builder
        .name("door", Policy.latency("us-east-1", "eu-west-1"), defaults.frontDoor())
        .name("accelerated", Policy.failover("global", "eu-west-1"))
        .name(
            "policy",
            Policy.latency()
                .branch("us-east-1", Policy.failover("us-east-1", "eu-west-1"))
                .branch(
                    "eu-west-1", Policy.weighted().branch("eu-west-1", 90).branch("berlin", 10)),
            defaults.viaTrafficPolicy())
        .name(
            "measured",
            Policy.weighted().branch("us-east-1", 128).branch("eu-west-1", 128),
            defaults.adjust(
                AdjustSettings.within(20, 236)
                    .targetLatency(0.25)
                    .errorRate(5)
                    .step(10)
                    .coolDown(450)
                    .metricDelay(150)))
        .name(
            "shared",
            Policy.weighted().branch("us-east-1", 60).branch("eu-west-1", 40),
            defaults.adjust(
                AdjustSettings.withBounds()
                    .bounds("us-east-1", 20, 200)
                    .bounds("eu-west-1", 10, 100)
                    .share("us-east-1", 60)
                    .share("eu-west-1", 40)))
        .name(
            "canary",
            Policy.weighted().branch("us-east-1", 100).branch("eu-west-1", 0),
            defaults.ramp(
                RampSettings.to("eu-west-1", Instant.parse("2099-12-01T09:00:00Z"))
                    .stage(0, 1)
                    .stage(1800, 5)
                    .stage(3600, 25)
                    .stage(7200, 100)
                    .abort("checkout-errors", "us-east-1")));
  }

  private static void sites(DeploymentBuilder builder, String certificate) {
    builder
        .regions("us-east-1")
        .region(
            "eu-west-1",
            SiteSettings.defaults().certificate(certificate).servers(4).instanceType("t4g.small"),
            Check.https().path("/health").search("ok").interval(10).measureLatency(true))
        .region("ap-southeast-1", SiteSettings.defaults().withoutServers().availabilityZones(3))
        .region(
            "sa-east-1",
            SiteSettings.defaults()
                .existingNetwork(
                    "vpc-0123456789abcdef0", "subnet-0123456789abcdef0", "subnet-0123456789abcdef1")
                .ipv6(false)
                .staticAddresses(false),
            Check.none())
        .site(
            SiteSettings.defaults()
                .cidr("10.20.0.0/16")
                .availabilityZones(2)
                .servers(2)
                .instanceType("t3.micro")
                .targetPort(80)
                .targetPath("/health")
                .targetInterval(30)
                .targetTimeout(5)
                .healthyThreshold(2)
                .unhealthyThreshold(3)
                .staticAddresses(true)
                .ipv6(true));
  }

  private static void healthChecks(DeploymentBuilder builder) {
    builder
        .healthCheck(
            "homepage",
            Check.http()
                .host("www.example.org")
                .path("/")
                .search("Welcome")
                .checkerRegions("us-east-1", "eu-west-1", "ap-southeast-1"))
        .healthCheck(
            "secure-homepage",
            Check.https().host("www.example.org").path("/").search("Welcome").sni(false))
        .healthCheck(
            "ping", Check.https().host("www.example.org").path("/ping").failureThreshold(1))
        .healthCheck("database", Check.tcp(5432).address("203.0.113.10"))
        .healthCheck(
            "queue", Check.cloudWatchMetric("queue-depth", "us-east-1", "last-known-status"))
        .healthCheck("switch", Check.recoveryControl(ROUTING_CONTROL))
        .healthCheck(
            "maintenance",
            Check.http().host("maintenance.example.org").inverted(true).disabled(true))
        .healthCheck("most", Check.calculated(3, "us-east-1", "eu-west-1", "homepage", "queue"));
  }

  private static void endpoints(DeploymentBuilder builder) {
    builder
        .endpoint(
            "berlin",
            Endpoint.addresses("203.0.113.20", "2001:db8:53::20").healthCheck(Check.tcp(443)))
        .endpoint("rack", Endpoint.addresses("203.0.113.31", "203.0.113.32", "203.0.113.33"))
        .endpoint(
            "partner", Endpoint.host("lb.partner.example.org").healthCheck(Check.named("homepage")))
        .endpoint(
            "second-partner",
            Endpoint.host("lb.second.example.org").healthCheck(Check.named("ping")))
        .endpoint(
            "archive",
            Endpoint.alias("s3-website-us-east-1.amazonaws.com", "Z3AQBSTGFYJSTF", false))
        .endpoint("cdn", Endpoint.alias("d111111abcdef8.cloudfront.net", "Z2FDTNDATAQYW2", true))
        .endpoint(
            "shop",
            Endpoint.aliasIn(
                RemoteState.s3("shop-states", "eu-central-1", "shop.tfstate"),
                "load_balancer_name",
                "load_balancer_zone",
                false))
        .endpoint(
            "search-cluster",
            Endpoint.addressesIn(RemoteState.cloud("acme", "search"), "public_addresses", 2))
        .endpoint(
            "billing", Endpoint.hostIn(RemoteState.gcs("billing-states", "prod"), "public_name"))
        .accelerator(
            "global",
            Accelerator.of("us-east-1")
                .region("ap-southeast-1", 20, 64, false)
                .listenerBySourceIp(80)
                .dualStack()
                .healthCheck(Check.http().path("/health")))
        .switches(
            SwitchSettings.newClusterAtItsPrice().regions("us-east-1", "eu-west-1").atLeast(1))
        .cidrCollection(
            "carriers",
            CidrLocations.of("north", "198.51.100.0/24", "2001:db8:1::/48")
                .and("south", "203.0.113.0/24"));
  }

  private static void names(DeploymentBuilder builder) {
    Policy westFirst = Policy.failover("eu-west-1", "us-east-1");
    builder
        .name("@", Policy.simple("us-east-1"))
        .name("plain", Policy.simple("rack"), NameSettings.defaults().ttl(300))
        .name(
            "api",
            Policy.weighted().branch("us-east-1", 70).branch("eu-west-1", 30).branch("berlin", 0))
        .name("*.tenants", Policy.latency("us-east-1").branch("eu-west-1", westFirst))
        .name(
            "geo",
            Policy.geolocation()
                .branch("US-CA", "us-east-1")
                .branch("US", "us-east-1")
                .branch("country-NA", "eu-west-1")
                .branch("EU", Policy.weighted().branch("eu-west-1", 90).branch("us-east-1", 10))
                .branch("default", "eu-west-1"))
        .name(
            "near",
            Policy.geoproximity()
                .branch("us-east-1", Branch.to("us-east-1").bias(10))
                .branch("boston", Branch.to("us-east-1").localZoneGroup("us-east-1-bos-1"))
                .branch("berlin", Branch.to("berlin").coordinates(52.52, 13.4).bias(-5)))
        .name(
            "backup",
            Policy.failover(
                Branch.to("shop").healthCheck(Check.named("most")),
                Branch.to("cdn").evaluateTargetHealth(false)))
        .name("many", Policy.multivalue("us-east-1", "eu-west-1", "rack", "search-cluster"))
        .name(
            "by-network",
            Policy.ipBased("carriers")
                .branch("north", "eu-west-1")
                .branch("south", "us-east-1")
                .branch("default", "us-east-1"))
        .name(
            "partners",
            Policy.weighted()
                .branch("partner", 50)
                .branch("second-partner", 40)
                .branch("billing", 10))
        .records("@", "MX", 3600, "10 mail.example.org", "20 backup-mail.example.org")
        .records(
            "@",
            "TXT",
            "v=spf1 include:_spf.example.org -all",
            "\"two\" \"strings\"",
            "a ${literal} \"quoted\" %{text}")
        .records("@", "CAA", "0 issue \"letsencrypt.org\"", "0 issuewild \";\"")
        .records(
            "@",
            "NAPTR",
            "100 10 \"S\" \"SIP+D2U\" \"!^.*$!sip:info@example.net!\" _sip._udp.example.net")
        .records("@", "SPF", "v=spf1 -all")
        .records("api", "HTTPS", "1 . alpn=\"h2,h3\"", "0 cdn.example.org")
        .records("_dmarc", "TXT", "v=DMARC1; p=reject")
        .records("sel1._domainkey", "TXT", DKIM)
        .records("_sip._tcp", "SRV", "10 5 5060 sip.example.org", "0 0 0 .")
        .records(
            "_443._tcp.api",
            "TLSA",
            "3 1 1 0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9")
        .records("_dns.resolver", "SVCB", "1 dns.example.org alpn=dot port=853")
        .records(
            "bastion",
            "SSHFP",
            "4 2 123456789abcdef67890123456789abcdef67890123456789abcdef123456789")
        .records("10", "PTR", "bastion.example.net")
        .records("k8s", "NS", "ns-1.example.org", "ns-2.example.org")
        .records(
            "k8s",
            "DS",
            86_400,
            "12345 13 2 49fd46e6c4b45c55d4ac69cbd3cd34ac1afe51de3c7f1b4f0b9f0f3a3cd2b0c1")
        .records("*.dev", "TXT", "wildcard")
        .name("deep", deep())
        .name(
            "blue-green",
            Policy.weighted()
                .branch("blue", Branch.to("us-east-1").weight(255))
                .branch(
                    "green",
                    Branch.to("eu-west-1").weight(0).healthCheck(Check.https().path("/ready"))));
  }

  private static Policy deep() {
    Policy northAmerica =
        Policy.failover(
            Branch.to("us-east-1").healthCheck(Check.named("switch")),
            Branch.to(Policy.weighted().branch("eu-west-1", 1).branch("ap-southeast-1", 1)));
    return Policy.latency()
        .branch(
            "us-east-1",
            Policy.geolocation().branch("NA", northAmerica).branch("default", "us-east-1"))
        .branch("sa-east-1", Policy.failover("sa-east-1", "us-east-1"));
  }
}
