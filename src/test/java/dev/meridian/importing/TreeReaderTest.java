package dev.meridian.importing;

import static dev.meridian.importing.Sets.alias;
import static dev.meridian.importing.Sets.balancer;
import static dev.meridian.importing.Sets.name;
import static dev.meridian.importing.Sets.records;
import static dev.meridian.importing.Sets.simple;
import static dev.meridian.importing.Sets.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.importing.ImportedGroup.Branch;
import dev.meridian.importing.ImportedGroup.Leaf;
import dev.meridian.importing.ImportedGroup.ToGroup;
import dev.meridian.importing.ImportedGroup.ToName;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TreeReaderTest {
  private static final RoutingPolicy SIMPLE = new RoutingPolicy.Simple();
  private static final RoutingPolicy HALF = new RoutingPolicy.Weighted(50);

  @Test
  void addressesOfBothFamiliesAreOneEndpoint() {
    ImportedGroup group =
        read(
            "www",
            simple("www", RecordType.A, "192.0.2.1"),
            simple("www", RecordType.AAAA, "2001:db8::1"));

    assertThat(group.kind()).isEqualTo(PolicyKind.SIMPLE);
    assertThat(onlyLeaf(group).location())
        .isEqualTo(new Location.Addresses(List.of("192.0.2.1"), List.of("2001:db8::1")));
  }

  @Test
  void anAliasToARecordOfTheZoneIsAPolicyBelow() {
    ImportedGroup group =
        read(
            "www",
            alias("www", null, SIMPLE, "_www-simple-weighted"),
            values("_www-simple-weighted", RecordType.A, "x", HALF, null, "192.0.2.1"),
            values("_www-simple-weighted", RecordType.A, "y", HALF, null, "192.0.2.2"));

    ToGroup below = (ToGroup) group.branches().get(0).target();
    assertThat(below.targetHealth()).isTrue();
    assertThat(below.group().kind()).isEqualTo(PolicyKind.WEIGHTED);
    assertThat(below.group().branches()).extracting(Branch::label).containsExactly("x", "y");
  }

  @Test
  void aPolicyBelowHasNoKindInItsNameIfAnEarlierVersionWroteIt() {
    ImportedGroup group =
        read(
            "www",
            alias("www", null, SIMPLE, "_www-simple"),
            values("_www-simple", RecordType.A, "x", HALF, null, "192.0.2.1"));

    assertThat(group.branches().get(0).target()).isInstanceOf(ToGroup.class);
  }

  @Test
  void aNameWithAnotherKindThanItsRecordsIsAName() {
    ImportedGroup group =
        read(
            "www",
            alias("www", null, SIMPLE, "_www-simple-latency"),
            values("_www-simple-latency", RecordType.A, "x", HALF, null, "192.0.2.1"));

    assertThat(group.branches().get(0).target())
        .isEqualTo(new ToName(name("_www-simple-latency"), null, true));
  }

  @Test
  void anAliasOfBothFamiliesToOneResourceIsAnEndpointWithIpv6() {
    ImportedGroup group =
        read(
            "www",
            balancer("www", RecordType.A, "lb.example.org"),
            balancer("www", RecordType.AAAA, "lb.example.org"));

    assertThat(onlyLeaf(group).location())
        .isEqualTo(new Location.Resource("lb.example.org", "Z35SXDOTRQ7X7K", true));
  }

  @Test
  void anAliasToAResourceThatAnswersAaaaAloneIsForThatType() {
    ImportedName.Part part =
        TreeReader.read(
            records(List.of(balancer("www", RecordType.AAAA, "lb.example.org"))),
            name("www"),
            List.of(RecordType.AAAA),
            TreeReader.Naming.NESTED);

    assertThat(part.only()).isEqualTo(RecordType.AAAA);
  }

  @Test
  void anAliasToNothingIsNotExpressible() {
    refused(
        () -> read("a", alias("a", null, SIMPLE, "gone")),
        "an alias points to gone.example.com A, which does not exist");
  }

  @Test
  void familiesThatAreRoutedOtherwiseAreNotExpressible() {
    refused(
        () ->
            read(
                "a",
                values("a", RecordType.A, "x", HALF, null, "192.0.2.1"),
                values(
                    "a", RecordType.AAAA, "x", new RoutingPolicy.Weighted(1), null, "2001:db8::1")),
        "the routing policies of its [A, AAAA] differ");
  }

  @Test
  void aGroupThatWasReadInPartIsNotExpressible() {
    RecordSet record = simple("a", RecordType.A, "192.0.2.1");
    RecordLookup all = records(List.of(record));
    RecordLookup part =
        new RecordLookup(all.zone(), all.groups(), all.checks(), Set.of(record.group()));

    refused(
        () -> TreeReader.read(part, name("a"), List.of(RecordType.A), TreeReader.Naming.NESTED),
        "one of the records of a.example.com A could not be read");
  }

  @Test
  void aHealthCheckThatIsNotKnownIsNotExpressible() {
    refused(
        () -> read("a", values("a", RecordType.A, "x", HALF, "gone", "192.0.2.1")),
        "the health check gone is not known");
  }

  @Test
  void anAliasToAnotherNameStaysAnAlias() {
    ImportedGroup group =
        read("a", alias("a", "x", HALF, "b"), simple("b", RecordType.A, "192.0.2.1"));

    assertThat(group.branches().get(0).target()).isEqualTo(new ToName(name("b"), null, true));
  }

  @Test
  void severalValuesOfAPolicyAreOneRecordSet() {
    ImportedGroup group =
        read("a", values("a", RecordType.A, "Blue 1", HALF, null, "192.0.2.1", "192.0.2.2"));

    Branch branch = group.branches().get(0);
    assertThat(branch.label()).isEqualTo("blue-1");
    assertThat(branch.identifier()).isEqualTo("Blue 1");
    assertThat(branch.oneRecordSet()).isTrue();
  }

  private static ImportedGroup read(String label, RecordSet... sets) {
    List<RecordType> types =
        Arrays.stream(sets)
            .map(RecordSet::group)
            .filter(key -> key.name().equals(name(label)))
            .map(RrsetKey::type)
            .distinct()
            .toList();
    return TreeReader.read(records(List.of(sets)), name(label), types, TreeReader.Naming.NESTED)
        .group();
  }

  private static Leaf onlyLeaf(ImportedGroup group) {
    assertThat(group.branches()).hasSize(1);
    return (Leaf) group.branches().get(0).target();
  }

  private static void refused(ThrowingCallable read, String message) {
    assertThatThrownBy(read).isInstanceOf(NotExpressible.class).hasMessage(message);
  }
}
