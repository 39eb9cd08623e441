package dev.meridian.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.declaration.HealthCheckDeclaration.Kind;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.Probing;
import dev.meridian.testing.ReadDeclaration;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds where a file says nothing. */
class DefaultsTest {
  private static final Deployment SMALLEST =
      ReadDeclaration.of(GoodDeclarationsTest.FOLDER.resolve("smallest.yaml"))
          .deployment()
          .orElseThrow();

  @Test
  void theSiteIsTheRecipes() {
    assertThat(SMALLEST.regions().get("us-east-1").site())
        .isEqualTo(
            new Site(
                new Site.Network.Created("10.0.0.0/16", 2),
                new Site.Servers(2, "t3.micro"),
                new Site.TargetCheck(80, "/health", 30, 5, 2, 3),
                null,
                false,
                false));
  }

  @Test
  void theHealthCheckIsTheRecipes() {
    assertThat(probe(SMALLEST.regions().get("us-east-1").healthCheck()))
        .isEqualTo(
            new Kind.Probe(
                Protocol.HTTP,
                null,
                null,
                80,
                "/health",
                null,
                new Probing(30, 3, Set.of(), false),
                null));
  }

  @Test
  void statesAreLocalTheTtlAMinuteAndNobodyIsTold() {
    assertThat(SMALLEST.state()).isEqualTo(new StateBackend.Local("."));
    assertThat(SMALLEST.names().get(0).ttl()).isEqualTo(60);
    assertThat(SMALLEST.alerts()).isEqualTo(Alerts.NONE);
    assertThat(SMALLEST.zone().adoption()).isEqualTo(new ZoneDeclaration.Adoption.Created());
  }

  @Test
  void theChangeGuardHasTheLimitsOfOctoDns() {
    assertThat(SMALLEST.changeLimits()).isEqualTo(new ChangeLimits(30, 10));
    assertThat(guard("true")).isEqualTo(new ChangeLimits(30, 10));
    assertThat(guard("{from: 5}")).isEqualTo(new ChangeLimits(30, 5));
    assertThat(guard("{percent: 0}")).isEqualTo(new ChangeLimits(0, 10));
    assertThat(guard("false").isOff()).isTrue();
  }

  private static ChangeLimits guard(String limits) {
    return ReadDeclaration.good(
            "application: a\nenvironment: b\nzone: example.com\nregions: [us-east-1]\n"
                + "names: {www: {simple: us-east-1}}\nchange-guard: "
                + limits)
        .changeLimits();
  }

  @Test
  void alertsThatAreDeclaredAreEnabled() {
    Deployment recipe = ReadDeclaration.of(Path.of("meridian.yaml")).deployment().orElseThrow();

    assertThat(recipe.alerts())
        .isEqualTo(new Alerts(true, List.of("ops@example.com"), List.of(), null));
  }

  @Test
  void thePortFollowsTheProtocol() {
    assertThat(inline("{protocol: HTTPS}").port()).isEqualTo(443);
    assertThat(inline("{path: /}").port()).isEqualTo(80);
  }

  @Test
  void anInlineCheckTakesNothingFromTheCommonOne() {
    Deployment read =
        ReadDeclaration.good(
            """
            application: a
            environment: b
            zone: example.com
            health-check: {protocol: HTTPS, interval: 10, search: ok}
            regions: {us-east-1: {health-check: {path: ready}}}
            names: {www: {simple: us-east-1}}
            """);
    Kind.Probe probe = probe(read.regions().get("us-east-1").healthCheck());

    assertThat(probe.protocol()).isEqualTo(Protocol.HTTP);
    assertThat(probe.probing().interval()).isEqualTo(30);
    assertThat(probe.searchString()).isNull();
    assertThat(probe.path()).isEqualTo("/ready");
  }

  private static Kind.Probe inline(String check) {
    String yaml =
        "application: a\nenvironment: b\nzone: example.com\nregions: [us-east-1]\n"
            + "names: {www: {simple: us-east-1}}\nhealth-check: "
            + check;
    return probe(ReadDeclaration.good(yaml).regions().get("us-east-1").healthCheck());
  }

  private static Kind.Probe probe(HealthCheckReference reference) {
    return (Kind.Probe) ((HealthCheckReference.Inline) reference).check().kind();
  }
}
