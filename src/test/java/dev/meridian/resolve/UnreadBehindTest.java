package dev.meridian.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.Destination;
import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.Probing;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.UnreadRecord;
import dev.meridian.model.Value;
import dev.meridian.model.ZoneKind;
import dev.meridian.resolve.analysis.Obligations;
import dev.meridian.resolve.analysis.Population;
import dev.meridian.resolve.analysis.Proof;
import dev.meridian.resolve.analysis.Prover;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnreadBehindTest {
  private static final RoutingPolicy SIMPLE = new RoutingPolicy.Simple();
  private static final RoutingPolicy WEIGHTED = new RoutingPolicy.Weighted(1);
  private static final UnreadRecord WEIGHTED_W = unread("w", RecordType.A, false);

  private static UnreadRecord unread(
      @Nullable String name, @Nullable RecordType type, boolean simple) {
    return new UnreadRecord(name == null ? null : SamplePlans.ZONE.child(name), type, simple);
  }

  private static Resolver resolver(SamplePlans plans, UnreadRecord... unread) {
    return Resolver.of(plans.plan(), ZoneKind.PUBLIC, Interpretation.DOCUMENTED, List.of(unread));
  }

  private static Set<String> behind(String name, SamplePlans plans, UnreadRecord... unread) {
    return resolver(plans, unread).unread(SamplePlans.ask(name));
  }

  private static HealthCheck probeOf(String host) {
    return new HealthCheck(
        host,
        new HealthCheckConfig.Endpoint(
            HealthCheckConfig.Protocol.HTTP,
            new Destination(null, Value.literal(host)),
            80,
            "/",
            null,
            new Probing(30, 3, Set.of(), false),
            false),
        false,
        false);
  }

  @Test
  void aliasesAndCnamesAreFollowedToNamesThatAreMissingWholly() {
    SamplePlans plans =
        new SamplePlans()
            .add("a", "", SIMPLE, "alias b", "")
            .add("b", "", SIMPLE, "alias w", "")
            .cname("c", "", SIMPLE, "a.example.com")
            .add("d", "", SIMPLE, "192.0.2.1", "");

    assertThat(behind("a", plans, WEIGHTED_W)).containsExactly("w.example.com A");
    assertThat(behind("c", plans, WEIGHTED_W)).containsExactly("w.example.com A");
    assertThat(behind("d", plans, WEIGHTED_W)).isEmpty();
  }

  @Test
  void healthChecksAreFollowedToTheNamesTheyProbeAndToTheirChildren() {
    SamplePlans plans =
        new SamplePlans()
            .add(probeOf("w.example.com"))
            .add(
                new HealthCheck(
                    "both",
                    new HealthCheckConfig.Calculated(1, List.of("w.example.com")),
                    false,
                    false))
            .add("a", "1", WEIGHTED, "192.0.2.1", "both")
            .cname("b", "", SIMPLE, "a.example.com");

    assertThat(behind("b", plans, WEIGHTED_W)).containsExactly("w.example.com A");
    assertThat(behind("b", plans)).isEmpty();
  }

  @Test
  void aHealthCheckOrCidrCollectionThatThePlanLacksIsOne() {
    SamplePlans plans =
        new SamplePlans()
            .add(
                new HealthCheck(
                    "both", new HealthCheckConfig.Calculated(1, List.of("gone")), false, false))
            .add("a", "1", WEIGHTED, "192.0.2.1", "both")
            .add("b", "1", new RoutingPolicy.IpBased("carriers", "north"), "192.0.2.1", "");

    assertThat(behind("a", plans)).containsExactly("health check gone");
    assertThat(behind("b", plans)).containsExactly("CIDR collection carriers");
  }

  @Test
  void onlyTheTypeThatIsAskedOrACnameMatters() {
    SamplePlans plans = new SamplePlans().add("x", "", SIMPLE, "192.0.2.1", "");

    assertThat(behind("w", plans, unread("w", RecordType.TXT, true))).isEmpty();
    assertThat(behind("w", plans, unread("w", RecordType.CNAME, true))).isNotEmpty();
    assertThat(behind("w", plans, unread("w", null, true))).containsExactly("w.example.com");
  }

  @Test
  void anUnreadNameHidesTheWildcardAndAnUnreadWildcardAnswers() {
    SamplePlans plans = new SamplePlans().add("*", "", SIMPLE, "192.0.2.1", "");

    assertThat(behind("w", plans, WEIGHTED_W)).containsExactly("w.example.com A");
    assertThat(behind("x", plans, WEIGHTED_W)).isEmpty();
    assertThat(behind("x", new SamplePlans(), unread("*", RecordType.A, true)))
        .containsExactly("*.example.com A");
  }

  @Test
  void aRecordOfUnknownNameMayBeAnyThatIsMissingOrOneOfSeveral() {
    SamplePlans plans =
        new SamplePlans()
            .add("several", "1", WEIGHTED, "192.0.2.1", "")
            .add("alone", "", SIMPLE, "192.0.2.1", "");
    UnreadRecord simple = unread(null, RecordType.CNAME, true);
    UnreadRecord any = unread(null, null, false);

    assertThat(behind("several", plans, simple)).isEmpty();
    assertThat(behind("several", plans, any)).isNotEmpty();
    assertThat(behind("alone", plans, any)).isEmpty();
    assertThat(behind("missing", plans, simple)).isNotEmpty();
  }

  @Test
  void namesOutsideTheZoneDependOnNothing() {
    assertThat(
            resolver(new SamplePlans(), unread(null, null, false))
                .unread(new Question(new DnsName("example.org"), RecordType.A)))
        .isEmpty();
  }

  @Test
  void whatIsNotKnownIsAQuestionAllTheSame() {
    SamplePlans plans = new SamplePlans().add("a", "", SIMPLE, "alias _w", "");

    assertThat(resolver(plans, WEIGHTED_W, unread("_w", RecordType.A, true)).questions())
        .containsExactly(SamplePlans.ask("a"), SamplePlans.ask("w"));
  }

  @Test
  void nothingIsProvedOfItAndNoFindingIsMadeUp() {
    SamplePlans plans =
        new SamplePlans()
            .add("w", "green", WEIGHTED, "192.0.2.1", "")
            .add("ok", "", SIMPLE, "192.0.2.2", "");
    Proof proof =
        Prover.prove(
            plans.plan(),
            resolver(plans, WEIGHTED_W),
            Population.locations(),
            Obligations.answers(1));

    assertThat(proof.isProved()).isFalse();
    assertThat(proof.findings()).isEmpty();
    assertThat(proof.questions()).isEqualTo(1);
    assertThat(proof.notKnown().answers())
        .extracting(NotKnown.Answer::question)
        .containsExactly(SamplePlans.ask("w"));
  }
}
