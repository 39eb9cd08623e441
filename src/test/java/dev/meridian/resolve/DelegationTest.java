package dev.meridian.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.UnreadRecord;
import dev.meridian.model.Value;
import dev.meridian.model.ZoneKind;
import dev.meridian.resolve.analysis.AnswerComparison;
import dev.meridian.resolve.analysis.Finding;
import dev.meridian.resolve.analysis.Obligations;
import dev.meridian.resolve.analysis.Population;
import dev.meridian.resolve.analysis.Proof;
import dev.meridian.resolve.analysis.Prover;
import dev.meridian.resolve.client.Client;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A zone that delegates {@code k8s} and, below that, {@code dev.k8s}. */
class DelegationTest {
  private static final RoutingPolicy SIMPLE = new RoutingPolicy.Simple();
  private static final String SERVER = "ns1.k8s.example.com";
  private static final DnsResult REFERRAL =
      new DnsResult.Referral(SamplePlans.ZONE.child("k8s"), List.of(Value.literal(SERVER)), 300);

  private static final RoutingPlan PLAN =
      with(
          new SamplePlans()
              .add("www", "", SIMPLE, "192.0.2.1", "")
              .add("*", "", SIMPLE, "192.0.2.2", "")
              .add("*.k8s", "", SIMPLE, "192.0.2.3", "")
              .add("old.k8s", "", SIMPLE, "192.0.2.4", "")
              .add("ns1.k8s", "", SIMPLE, "192.0.2.5", "")
              .add("target.k8s", "", SIMPLE, "192.0.2.6", "")
              .add("alias", "", SIMPLE, "alias target.k8s", "")
              .cname("app", "", SIMPLE, "ingress.k8s.example.com.")
              .plan(),
          record("k8s", RecordType.NS, SERVER),
          record("k8s", RecordType.DS, "1 13 2 AB"),
          record("dev.k8s", RecordType.NS, "ns.example.net"));

  private static final Resolver RESOLVER = Resolver.of(PLAN);

  private static RecordSet record(String name, RecordType type, String value) {
    return new RecordSet(
        new RecordKey(new RrsetKey(SamplePlans.ask(name).name(), type), null),
        SIMPLE,
        new RecordData.Values(300, List.of(Value.literal(value))),
        null);
  }

  private static RoutingPlan with(RoutingPlan plan, RecordSet... more) {
    List<RecordSet> all = new ArrayList<>(plan.records());
    all.addAll(List.of(more));
    return new RoutingPlan(plan.zone(), all, plan.healthChecks(), plan.cidrCollections());
  }

  private static DnsResult result(Resolver resolver, String name, RecordType type) {
    Question question = new Question(SamplePlans.ask(name).name(), type);
    return resolver
        .answer(question, Client.UNKNOWN, HealthState.ALL_HEALTHY)
        .outcomes()
        .get(0)
        .result();
  }

  private static DnsResult result(String name, RecordType type) {
    return result(RESOLVER, name, type);
  }

  @ParameterizedTest
  @CsvSource({
    "k8s, A",
    "k8s, NS",
    "k8s, TXT",
    "x.k8s, A",
    "a.b.k8s, A",
    "old.k8s, A",
    "dev.k8s, NS",
    "x.dev.k8s, A",
    "dev.k8s, DS",
    "x.k8s, DS"
  })
  void theTopmostDelegationAnswersForItsNameAndEverythingBelow(String name, RecordType type) {
    assertThat(result(name, type)).isEqualTo(REFERRAL);
  }

  @Test
  void theZoneItselfAnswersWithTheDsRecordsOfADelegatedName() {
    assertThat(result("k8s", RecordType.DS)).isInstanceOf(DnsResult.Values.class);
  }

  @Test
  void namesBesideADelegationAreAnsweredAsWithoutIt() {
    assertThat(result("www", RecordType.A)).isInstanceOf(DnsResult.Values.class);
    assertThat(result("k8sx", RecordType.A))
        .isEqualTo(new DnsResult.Values(List.of(Value.literal("192.0.2.2")), 60));
  }

  @Test
  void nsRecordsAtTheApexDelegateNothing() {
    Resolver resolver = Resolver.of(with(PLAN, record("@", RecordType.NS, "ns.example.org")));

    assertThat(result(resolver, "www", RecordType.A)).isInstanceOf(DnsResult.Values.class);
    assertThat(result(resolver, "@", RecordType.NS)).isInstanceOf(DnsResult.Values.class);
  }

  @Test
  void aCnameToADelegatedNameEndsAtItsHostWithTheServersToAskNext() {
    assertThat(result("app", RecordType.A))
        .isEqualTo(
            new DnsResult.Elsewhere(
                Value.literal("ingress.k8s.example.com."), List.of(Value.literal(SERVER))));
  }

  @Test
  void anAliasToADelegatedNameGetsTheRecordOfTheZoneAndSaysThatThisIsAssumed() {
    Resolution resolution =
        RESOLVER.answer(SamplePlans.ask("alias"), Client.UNKNOWN, HealthState.ALL_HEALTHY);

    assertThat(resolution.outcomes().get(0).result())
        .isEqualTo(new DnsResult.Values(List.of(Value.literal("192.0.2.6")), 60));
    assertThat(resolution.reason().lines().toString()).contains("[R-ALIAS-INTO-DELEGATION]");
  }

  @Test
  void delegatedNamesAreNotAskedForButTheDelegationItselfIs() {
    assertThat(RESOLVER.questions())
        .extracting(Question::toString)
        .containsExactlyInAnyOrder(
            "*.example.com A",
            "www.example.com A",
            "alias.example.com A",
            "app.example.com A",
            "k8s.example.com NS",
            "k8s.example.com DS");
  }

  @Test
  void nothingIsProvedAboutNamesThatLeadToADelegation() {
    Proof proof = Prover.prove(PLAN, RESOLVER, Population.locations(), Obligations.answers(1));

    assertThat(proof.isProved()).isFalse();
    assertThat(proof.delegated())
        .extracting(Question::toString)
        .containsExactly("alias.example.com A", "app.example.com A");
  }

  @Test
  void recordsThatADelegationHidesAreUnreachableUnlessTheyAreGlueOrAnAliasUsesThem() {
    Proof proof = Prover.prove(PLAN, RESOLVER, Population.locations(), Obligations.answers(0));

    assertThat(proof.findings())
        .filteredOn(finding -> finding.kind() == Finding.Kind.UNREACHABLE_RECORD)
        .extracting(Finding::subject)
        .containsExactly("*.k8s.example.com A", "dev.k8s.example.com NS", "old.k8s.example.com A");
  }

  private static List<AnswerComparison.Change> changes(RoutingPlan before, RoutingPlan after) {
    return AnswerComparison.of(
            AnswerComparison.Side.of(before),
            AnswerComparison.Side.of(after),
            Population.locations())
        .changes();
  }

  private static RoutingPlan without(RecordType type) {
    return new RoutingPlan(
        PLAN.zone(),
        PLAN.records().stream().filter(record -> record.type() != type).toList(),
        List.of(),
        List.of());
  }

  @Test
  void aNewDelegationChangesTheAnswersOfEveryNameThatItTakes() {
    assertThat(changes(without(RecordType.NS), PLAN))
        .filteredOn(change -> change.question().name().text().equals("old.k8s.example.com"))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.before()).containsOnlyKeys("192.0.2.4");
              assertThat(change.after()).containsOnlyKeys("answered elsewhere, by " + SERVER);
            });
    assertThat(changes(PLAN, without(RecordType.NS)))
        .extracting(change -> change.question().toString())
        .contains("old.k8s.example.com A", "app.example.com A")
        .doesNotContain("www.example.com A", "*.example.com A");
  }

  @Test
  void otherNameServersAreAChangeForTheNamesThatPointToThem() {
    RoutingPlan moved = with(without(RecordType.NS), record("k8s", RecordType.NS, "ns.other.net"));

    assertThat(changes(PLAN, PLAN)).isEmpty();
    assertThat(changes(PLAN, moved))
        .extracting(change -> change.question().toString())
        .containsExactlyInAnyOrder("app.example.com A", "k8s.example.com NS");
  }

  @Test
  void aDelegationThatCouldNotBeReadMakesEveryNameBelowItUnknown() {
    UnreadRecord unread = new UnreadRecord(SamplePlans.ask("www").name(), RecordType.NS, true);
    Resolver resolver =
        Resolver.of(
            new SamplePlans().add("x.www", "", SIMPLE, "192.0.2.1", "").plan(),
            ZoneKind.PUBLIC,
            Interpretation.DOCUMENTED,
            List.of(unread));

    assertThat(resolver.unread(SamplePlans.ask("x.www"))).containsExactly("www.example.com NS");
    assertThat(resolver.unread(SamplePlans.ask("xwww"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = RecordType.class,
      names = {"NS", "SOA"})
  void theApexRecordsOfANewZoneAreSetByRoute53(RecordType type) {
    assertThat(result("@", type)).isEqualTo(new DnsResult.SetByRoute53(false));
    assertThat(result("@", RecordType.TXT)).isEqualTo(new DnsResult.NoData());
  }
}
