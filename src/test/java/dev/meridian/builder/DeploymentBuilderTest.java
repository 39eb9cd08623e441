package dev.meridian.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meridian.compile.Compiler;
import dev.meridian.declaration.AcceleratorDeclaration;
import dev.meridian.declaration.AcceleratorDeclaration.ClientAffinity;
import dev.meridian.declaration.AcceleratorDeclaration.EndpointGroup;
import dev.meridian.declaration.AcceleratorDeclaration.Listener;
import dev.meridian.declaration.ChangeLimits;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.HealthCheckReference;
import dev.meridian.declaration.StateBackend;
import dev.meridian.declaration.reader.DeploymentReader;
import dev.meridian.diagnostic.InvalidDeclaration;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.testing.ReadDeclaration;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeploymentBuilderTest {
  private static final String ARN = "arn:aws:acm:eu-west-1:123456789012:certificate/";

  @Test
  void acceleratorsAreEndpoints() {
    Deployment built =
        DeploymentBuilder.of("shop", "test", "example.com")
            .regions("us-east-1", "eu-west-1", "sa-east-1")
            .site(SiteSettings.defaults().ipv6(true))
            .accelerator("plain", Accelerator.of("us-east-1", "eu-west-1"))
            .accelerator(
                "full",
                Accelerator.of("us-east-1")
                    .region("eu-west-1", 20)
                    .region("sa-east-1", 0, 255, false)
                    .listenerBySourceIp(80)
                    .dualStack()
                    .healthCheck(Check.none()))
            .name("www", Policy.weighted().branch("plain", 1).branch("full", 1))
            .build();

    AcceleratorDeclaration full = Objects.requireNonNull(built.accelerators().get("full"));
    assertThat(built.accelerators().get("plain").listeners())
        .containsExactly(new Listener(List.of(80), ClientAffinity.NONE));
    assertThat(full.groups().values())
        .containsExactly(
            new EndpointGroup("us-east-1", 100, 128, true),
            new EndpointGroup("eu-west-1", 20, 128, true),
            new EndpointGroup("sa-east-1", 0, 255, false));
    assertThat(full.listeners())
        .containsExactly(new Listener(List.of(80), ClientAffinity.SOURCE_IP));
    assertThat(full.dualStack()).isTrue();
    assertThat(full.healthCheck()).isEqualTo(new HealthCheckReference.None());
  }

  @Test
  void namesHaveSettingsOfTheirOwn() {
    Policy shares = Policy.weighted().branch("us-east-1", 100).branch("eu-west-1", 100);
    Policy canary = Policy.weighted().branch("us-east-1", 100).branch("eu-west-1", 0);
    Deployment built =
        DeploymentBuilder.of("shop", "test", "example.com")
            .regions("us-east-1", "eu-west-1")
            .name("policy", shares, NameSettings.defaults().viaTrafficPolicy().ttl(30))
            .name(
                "fast",
                shares,
                NameSettings.defaults()
                    .adjust(
                        AdjustSettings.within(20, 200)
                            .targetLatency(0.25)
                            .errorRate(5)
                            .step(5)
                            .coolDown(480)
                            .metricDelay(180)))
            .name(
                "fair",
                shares,
                NameSettings.defaults()
                    .adjust(
                        AdjustSettings.withBounds()
                            .bounds("us-east-1", 0, 255)
                            .bounds("eu-west-1", 10, 100)
                            .share("us-east-1", 60)
                            .share("eu-west-1", 40)))
            .name(
                "canary",
                canary,
                NameSettings.defaults()
                    .ramp(
                        RampSettings.to("eu-west-1", Instant.parse("2026-12-01T09:00:00Z"))
                            .stage(0, 1)
                            .stage(3600, 100)
                            .abort("errors", "us-east-1")))
            .build();

    assertThat(built)
        .usingRecursiveComparison()
        .ignoringFieldsOfTypes(SourceLocation.class)
        .isEqualTo(
            ReadDeclaration.good(
                """
                application: shop
                environment: test
                zone: example.com
                regions: [us-east-1, eu-west-1]
                names:
                  policy:
                    weighted: {us-east-1: 100, eu-west-1: 100}
                    via: traffic-policy
                    ttl: 30
                  fast:
                    weighted: {us-east-1: 100, eu-west-1: 100}
                    adjust:
                      target-latency: 0.25
                      error-rate: 5
                      minimum: 20
                      maximum: 200
                      step: 5
                      cool-down: 8m
                      metric-delay: 3m
                  fair:
                    weighted: {us-east-1: 100, eu-west-1: 100}
                    adjust:
                      minimum: {us-east-1: 0, eu-west-1: 10}
                      maximum: {us-east-1: 255, eu-west-1: 100}
                      share: {us-east-1: 60, eu-west-1: 40}
                  canary:
                    weighted: {us-east-1: 100, eu-west-1: 0}
                    ramp:
                      to: eu-west-1
                      start: 2026-12-01T09:00:00Z
                      stages: {0m: 1, 1h: 100}
                      abort: [errors, us-east-1]
                """));
    assertThatThrownBy(() -> AdjustSettings.within(1, 2).bounds("us-east-1", 1, 2))
        .hasMessageContaining("the same bounds");
  }

  @Test
  void theRecipeInJavaIsTheRecipe() {
    Deployment built =
        DeploymentBuilder.of("storefront", "production", "example.com")
            .state(StateSettings.local("."))
            .regions("us-east-1", "eu-west-1", "ap-southeast-1")
            .site(
                SiteSettings.defaults()
                    .cidr("10.0.0.0/16")
                    .availabilityZones(2)
                    .servers(2)
                    .instanceType("t3.micro")
                    .staticAddresses(true))
            .healthCheck(Check.http().port(80).path("/health").interval(30).failureThreshold(3))
            .ttl(60)
            .name(
                "api",
                Policy.weighted()
                    .branch("us-east-1", 50)
                    .branch("eu-west-1", 30)
                    .branch("ap-southeast-1", 20))
            .name("latency.api", Policy.latency("us-east-1", "eu-west-1", "ap-southeast-1"))
            .name(
                "geo.api",
                Policy.geolocation()
                    .branch("NA", "us-east-1")
                    .branch("EU", "eu-west-1")
                    .branch("AS", "ap-southeast-1")
                    .branch("default", "us-east-1"))
            .name("failover.api", Policy.failover("us-east-1", "eu-west-1"))
            .name("multivalue.api", Policy.multivalue("us-east-1", "eu-west-1", "ap-southeast-1"))
            .alerts("ops@example.com")
            .build();

    assertThat(withoutPlacesAndGoals(built))
        .isEqualTo(withoutPlacesAndGoals(DeploymentReader.load(Path.of("meridian.yaml"))));
    assertThat(Compiler.compile(built).orThrow().records()).hasSize(18);
  }

  @Test
  void everyKindOfPolicyHealthCheckAndEndpointIsTheSameInJava() {
    assertThat(withoutPlacesAndGoals(everything()))
        .isEqualTo(
            withoutPlacesAndGoals(DeploymentReader.load(Path.of("examples/everything.yaml"))));
  }

  @Test
  void theChangeGuardCanBeSetAndTurnedOff() {
    assertThat(small().changeGuard(50, 20).build().changeLimits())
        .isEqualTo(new ChangeLimits(50, 20));
    assertThat(small().withoutChangeGuard().build().changeLimits()).isEqualTo(ChangeLimits.OFF);
  }

  private static DeploymentBuilder small() {
    return DeploymentBuilder.of("shop", "test", "example.com").records("@", "TXT", "text");
  }

  @Test
  void switchesCanBeDeclared() {
    Deployment built =
        DeploymentBuilder.of("storefront", "production", "example.com")
            .regions("us-east-1", "eu-west-1")
            .switches(
                SwitchSettings.newClusterAtItsPrice().regions("us-east-1", "eu-west-1").atLeast(1))
            .name("api", Policy.latency("us-east-1", "eu-west-1"))
            .build();
    Deployment shared =
        DeploymentBuilder.of("storefront", "production", "example.com")
            .regions("us-east-1", "eu-west-1")
            .switches(
                SwitchSettings.inCluster(
                    "arn:aws:route53-recovery-control::123456789012:cluster/0123"))
            .name("api", Policy.latency("us-east-1", "eu-west-1"))
            .build();

    assertThat(built.switches().existingCluster()).isEmpty();
    assertThat(built.switches().regions()).containsExactly("us-east-1", "eu-west-1");
    assertThat(shared.switches().existingCluster()).isPresent();
  }

  @Test
  void ownershipIsOnUnlessItIsTurnedOff() {
    assertThat(small().build().ownership()).isTrue();
    assertThat(small().withoutOwnership().build().ownership()).isFalse();
  }

  @Test
  void recordSetsCanBeSaidInJavaAsInAFile() {
    Deployment built =
        DeploymentBuilder.of("shop", "test", "example.com")
            .healthCheck(Check.none())
            .healthCheck(
                "page", Check.http().host("www.example.org").name("Page (production)").was("page"))
            .endpoint("rack", Endpoint.addresses("203.0.113.1", "203.0.113.2").was("shelf"))
            .endpoint("dual", Endpoint.addresses("203.0.113.3", "2001:db8::3"))
            .name(
                "www",
                Policy.weighted()
                    .branch(
                        "blue",
                        Branch.to("rack")
                            .weight(1)
                            .identifier("Blue 1")
                            .oneRecordSet(true)
                            .ttl(9)
                            .was("blue")))
            .name("@", Policy.simple(Branch.toName("www")))
            .name("lone", Policy.primaryOnly(Branch.to("dual")))
            .name("spare", Policy.secondaryOnly(Branch.toName("www")))
            .name("many", Policy.multivalue("dual").branch("two", Branch.to("rack").ttl(5)))
            .nameByType("split", Policy.simple("dual"), Policy.weighted().branch("dual", 1))
            .name("door", Policy.multivalue("dual"), NameSettings.defaults().frontDoor())
            .build();

    String file =
        """
        application: shop
        environment: test
        zone: example.com
        health-check: none
        health-checks: {page: {host: www.example.org, name: Page (production), was: page}}
        endpoints:
          rack: {addresses: [203.0.113.1, 203.0.113.2], was: shelf}
          dual: {addresses: [203.0.113.3, "2001:db8::3"]}
        names:
          www:
            weighted:
              blue: {weight: 1, to: rack, identifier: Blue 1, one-record-set: true, ttl: 9, was: blue}
          "@": {simple: {name: www}}
          lone: {failover: {primary: dual, secondary: none}}
          spare: {failover: {primary: none, secondary: {name: www}}}
          many: {multivalue: {dual: dual, two: {to: rack, ttl: 5}}}
          split: {A: {simple: dual}, AAAA: {weighted: {dual: 1}}}
          door: {multivalue: [dual], front-door: true}
        """;
    assertThat(Compiler.compile(built).orThrow())
        .isEqualTo(Compiler.compile(ReadDeclaration.of(file).deployment().orElseThrow()).orThrow());
  }

  @Test
  void everythingWrongIsToldAtOnceWithItsPathAndAFix() {
    DeploymentBuilder builder =
        DeploymentBuilder.of("Shop", "test", "example.com")
            .regions("us-east-1", "eu-west-7")
            .regions("us-east-1")
            .site(SiteSettings.defaults().availabilityZones(9).targetTimeout(50))
            .healthCheck(Check.tcp(443).path("/health"))
            .name("api", Policy.weighted().branch("us-east-1", 256).branch("eu", 1));

    InvalidDeclaration thrown = catchThrowableOfType(InvalidDeclaration.class, builder::build);

    assertThat(thrown.diagnostics())
        .extracting(problem -> problem.path())
        .contains(
            "application",
            "regions.us-east-1",
            "regions.eu-west-7",
            "site.network.availability-zones",
            "site.target-check.timeout",
            "health-check.path",
            "names.api.weighted.us-east-1.weight",
            "names.api.weighted.eu.to");
    assertThat(thrown)
        .hasMessageContaining("DeploymentBuilder: application: ")
        .hasMessageContaining("fix: ");
  }

  @Test
  void aTextMayHoldAnything() {
    String odd = "a \"b\" \\ ${c} \t é 😀 {d}: [e], #f";
    Deployment built =
        minimal().healthCheck("odd", Check.http().host("www.example.org").search(odd)).build();

    assertThat(built.toString()).contains("searchString=" + odd);
  }

  @Test
  void whatOnlyNamesAHealthCheckTakesNoSettings() {
    assertThatThrownBy(() -> Check.named("homepage").port(80))
        .hasMessage("\"homepage\" is only the name of a health check, so you cannot set port");
  }

  @Test
  void coordinatesThatAreNoNumbersAreRefused() {
    Policy near = Policy.geoproximity().branch("x", Branch.to("us-east-1").coordinates(0.0 / 0, 1));

    assertThatThrownBy(() -> minimal().name("near", near).build())
        .isInstanceOf(InvalidDeclaration.class)
        .hasMessageContaining("names.near.geoproximity.x.coordinates");
  }

  @ParameterizedTest
  @MethodSource("backends")
  void everyBackendCanBeSet(StateSettings state, Class<? extends StateBackend> backend) {
    assertThat(minimal().state(state).build().state()).isInstanceOf(backend);
  }

  private static List<Object[]> backends() {
    return List.of(
        new Object[] {StateSettings.local("states"), StateBackend.Local.class},
        new Object[] {
          StateSettings.s3("acme-states", "eu-central-1").prefix("net/").option("profile", "ops"),
          StateBackend.S3.class
        },
        new Object[] {
          StateSettings.cloud("acme").workspacePrefix("net-"), StateBackend.Cloud.class
        },
        new Object[] {
          StateSettings.remote("acme").hostname("tfe.example.com"), StateBackend.Remote.class
        },
        new Object[] {StateSettings.gcs("acme-states").prefix("net/"), StateBackend.Gcs.class},
        new Object[] {
          StateSettings.azurerm("group", "account", "container"), StateBackend.Azurerm.class
        },
        new Object[] {
          StateSettings.http("https://state.example.com", false), StateBackend.Http.class
        },
        new Object[] {StateSettings.pg().schemaPrefix("net-"), StateBackend.Pg.class});
  }

  @ParameterizedTest
  @MethodSource("remoteStates")
  void everyRemoteStateCanBeRead(RemoteState state) {
    Deployment built = minimal().endpoint("partner", Endpoint.hostIn(state, "public_name")).build();

    assertThat(built.endpoints().get("partner").state()).isPresent();
  }

  private static List<RemoteState> remoteStates() {
    return List.of(
        RemoteState.local("../partner/terraform.tfstate"),
        RemoteState.s3("states", "eu-central-1", "a.tfstate").option("profile", "ops"),
        RemoteState.cloud("acme", "partner"),
        RemoteState.remote("acme", "partner").hostname("tfe.example.com"),
        RemoteState.gcs("states", "partner"),
        RemoteState.azurerm("group", "account", "container", "a.tfstate"),
        RemoteState.http("https://state.example.com/partner"),
        RemoteState.pg("partner"));
  }

  private static DeploymentBuilder minimal() {
    return DeploymentBuilder.of("shop", "test", "example.com")
        .regions("us-east-1")
        .name("www", Policy.simple("us-east-1"));
  }

  private static Deployment everything() {
    return Everything.builder(ARN + "11111111-2222-3333-4444-555555555555").build();
  }

  private static String withoutPlacesAndGoals(Deployment deployment) {
    // The builder has no goals: they are requirements and drills, which change no stack.
    return deployment
        .toString()
        .replaceFirst("goals=.*?, alerts=", "alerts=")
        .replaceAll("(at|origin)=[^,\\]]*", "at");
  }
}
