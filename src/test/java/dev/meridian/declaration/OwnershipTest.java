package dev.meridian.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.compile.Compiler;
import dev.meridian.model.DnsName;
import dev.meridian.model.Owner;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.testing.ReadDeclaration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnershipTest {
  private static final String ADOPTED = "{name: example.com, id: Z0123456789ABCDEFGHIJ}";
  private static final String RACK = "endpoints: {rack: {addresses: [192.0.2.1]}}\n";
  private static final String API = RACK + "names: {api: {simple: rack}}\n";

  @Test
  void aCreatedZoneHasOneRecordForAllNames() {
    Ownership ownership = Ownership.of(shop("example.com", API));

    assertThat(texts(ownership))
        .containsExactly(
            "_meridian.example.com \"meridian application=shop environment=production"
                + " zone=example.com\"");
  }

  @Test
  void anAdoptedZoneHasOneRecordForEachDeclaredName() {
    String more =
        RACK
            + "names: {'@': {simple: rack}, '*.eu': {simple: rack}, api: {A: {simple: rack}}}\n"
            + "records: {'@': {MX: [10 mail.example.com], TXT: [a]}, _dmarc: {TXT: [v=DMARC1]},"
            + " sub: {NS: [ns.example.net]}}\n";

    Ownership ownership = Ownership.of(shop(ADOPTED, more));

    String value = " \"meridian application=shop environment=production\"";
    assertThat(texts(ownership))
        .containsExactlyInAnyOrder(
            "_meridian.example.com" + value,
            "_meridian-wildcard.eu.example.com" + value,
            "_meridian.api.example.com" + value,
            "_meridian._dmarc.example.com" + value,
            "_meridian.sub.example.com" + value);
  }

  @Test
  void aPrivateZoneHasThemToo() {
    String zone = "{name: example.com, existing: true, private: true}";

    assertThat(Ownership.of(shop(zone, API)).byName()).hasSize(1);
  }

  @Test
  void withoutOwnershipThereAreNone() {
    Ownership ownership = Ownership.of(shop("example.com", API + "ownership: false\n"));

    assertThat(ownership.byName()).isEmpty();
    assertThat(ownership.others(live(owned("_meridian.api", "wiki", null)))).isEmpty();
  }

  @Test
  void aNameThatLeavesNoRoomForTheLabelHasAHashBelowTheZone() {
    String label = "a".repeat(60);
    String name = label + "." + label + "." + label + "." + "b".repeat(54);

    Ownership ownership =
        Ownership.of(shop(ADOPTED, RACK + "names: {" + name + ": {simple: rack}}\n"));

    assertThat(ownership.tooLong()).isEmpty();
    assertThat(ownership.byName().values())
        .singleElement()
        .satisfies(
            record ->
                assertThat(record.name().text())
                    .matches(
                        "_meridian-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.example\\.com"));
  }

  @Test
  void hiddenGroupsWaitForTheRecordOfTheNameThatLeadsToThem() {
    Deployment deployment =
        shop(
            ADOPTED,
            "endpoints: {one: {addresses: [192.0.2.1]}, two: {addresses: [192.0.2.2]}}\n"
                + "names:\n"
                + "  api: {weighted: {a: {weight: 1, to: {failover: {primary: one, secondary: two}}},"
                + " b: {weight: 1, to: two}}}\n"
                + "  www: {simple: {name: api}}\n");
    RoutingPlan plan = Compiler.compile(deployment).orThrow();

    Map<RrsetKey, RecordKey> awaited = Ownership.of(deployment).awaited(plan);

    assertThat(awaited.keySet()).isEqualTo(plan.groups().keySet());
    assertThat(plan.hiddenGroups()).isNotEmpty();
    awaited.forEach(
        (group, record) ->
            assertThat(record.group().name())
                .isEqualTo(
                    new DnsName(
                        group.name().equals(new DnsName("www.example.com"))
                            ? "_meridian.www.example.com"
                            : "_meridian.api.example.com")));
  }

  @Test
  void aRecordOfTheSameOwnerIsNoClaim() {
    Ownership ownership = Ownership.of(shop(ADOPTED, API));

    assertThat(ownership.others(live(owned("_meridian.api", "shop", null)))).isEmpty();
    assertThat(ownership.others(live(owned("_meridian", "shop", "example.com")))).isEmpty();
  }

  @Test
  void aNameOfAnotherOwnerIsAClaimAndOtherNamesAreNot() {
    Ownership ownership = Ownership.of(shop(ADOPTED, API));

    assertThat(
            ownership.others(
                live(owned("_meridian.api", "wiki", null), owned("_meridian.www", "wiki", null))))
        .hasToString(
            "[api.example.com is owned by application wiki, environment production (record"
                + " _meridian.api.example.com TXT)]");
  }

  @Test
  void aZoneThatAnotherOwnerCreatedHasItsNamesAndNewNamesAreFree() {
    Ownership ownership = Ownership.of(shop(ADOPTED, API));
    RecordSet zone = owned("_meridian", "wiki", "example.com");

    assertThat(ownership.others(live(zone, text("www", "\"x\"")))).isEmpty();
    assertThat(ownership.others(live(zone, text("api", "\"x\""))))
        .hasToString(
            "[api.example.com is owned by application wiki, environment production, which owns the"
                + " zone (record _meridian.example.com TXT)]");
    assertThat(
            ownership.others(
                live(zone, text("api", "\"x\""), owned("_meridian.api", "shop", null))))
        .isEmpty();
  }

  @Test
  void theOwnRecordOfAnotherNameIsNoClaimOfTheZone() {
    Ownership ownership = Ownership.of(shop(ADOPTED, API));

    assertThat(ownership.others(live(owned("_meridian", "wiki", null), text("api", "\"x\""))))
        .isEmpty();
  }

  @Test
  void theNameBeforeADeclaredRenameIsTheSameOwner() {
    Ownership ownership =
        Ownership.of(shop(ADOPTED, API + "was: {application: store, environment: production}\n"));

    assertThat(ownership.others(live(owned("_meridian.api", "store", null)))).isEmpty();
    assertThat(ownership.others(live(owned("_meridian.api", "wiki", null)))).hasSize(1);
    assertThat(texts(ownership))
        .containsExactly(
            "_meridian.api.example.com \"meridian application=shop environment=production\"");
  }

  @Test
  void aZoneThatIsCreatedTwiceIsAClaim() {
    Ownership ownership = Ownership.of(shop("example.com", API));

    assertThat(ownership.others(live(owned("_meridian", "wiki", "example.com"))))
        .extracting(Ownership.Claim::subject)
        .containsExactly(new DnsName("example.com"));
  }

  @Test
  void anOwnershipRecordReplacesWhatAPlanHasInItsPlace() {
    Ownership ownership = Ownership.of(shop(ADOPTED, API));
    RecordSet other = text("www", "\"x\"");

    RoutingPlan plan = ownership.with(live(owned("_meridian.api", "wiki", null), other));

    assertThat(plan.records())
        .containsExactlyInAnyOrder(other, owned("_meridian.api", "shop", null));
  }

  @Test
  void aCreatedZoneKnowsOtherOwnersOfItsNames() {
    Ownership ownership = Ownership.of(shop("example.com", API));

    assertThat(
            ownership.others(
                live(owned("_meridian.api", "wiki", null), owned("_meridian.www", "wiki", null))))
        .extracting(Ownership.Claim::subject)
        .containsExactly(new DnsName("api.example.com"));
  }

  @Test
  void aRecordThatNamesNoOwnerIsAClaim() {
    Ownership ownership = Ownership.of(shop(ADOPTED, API));

    assertThat(ownership.others(live(text("_meridian.api", "\"hello\""))))
        .hasToString(
            "[api.example.com has the record _meridian.api.example.com TXT, which does not name an"
                + " owner]");
  }

  @Test
  void onlyCompleteTextsNameAnOwner() {
    String text = new Owner("shop", "production", null).text();

    assertThat(Owner.of(text("_meridian.api", text))).isPresent();
    assertThat(Owner.of(text("_meridian-wildcard", text))).isPresent();
    assertThat(Owner.of(text("api", text))).isEmpty();
    assertThat(Owner.of(text("_meridians.api", text))).isEmpty();
    assertThat(Owner.of(text("_meridian.api", text.replace("shop", "Shop 2")))).isEmpty();
    assertThat(Owner.of(text("_meridian.api", text.replace("\"", "")))).isEmpty();
    String bare = text.replace("\"", "");
    assertThat(Owner.isRecord("_meridian.api", "TXT", List.of(bare))).isTrue();
    assertThat(Owner.isRecord("_meridian.api", "TXT", List.of(bare, bare))).isFalse();
    assertThat(Owner.isRecord("_meridian.api", "MX", List.of(bare))).isFalse();
  }

  private static Deployment shop(String zone, String rest) {
    return ReadDeclaration.good(
        "application: shop\nenvironment: production\nzone: " + zone + "\n" + rest);
  }

  private static List<String> texts(Ownership ownership) {
    return ownership.byName().values().stream()
        .map(record -> record.name() + " " + record.data().parts().get(0))
        .toList();
  }

  private static RoutingPlan live(RecordSet... records) {
    return new RoutingPlan(new DnsName("example.com"), List.of(records), List.of(), List.of());
  }

  private static RecordSet owned(String label, String application, String zone) {
    DnsName whole = zone == null ? null : new DnsName(zone);
    return text(label, new Owner(application, "production", whole).text());
  }

  private static RecordSet text(String label, String text) {
    RrsetKey key = new RrsetKey(new DnsName("example.com").child(label), RecordType.TXT);
    return new RecordSet(
        new RecordKey(key, null),
        new RoutingPolicy.Simple(),
        new RecordData.Values(300, List.of(Value.literal(text))),
        null);
  }
}
