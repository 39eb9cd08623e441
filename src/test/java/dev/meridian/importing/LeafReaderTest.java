package dev.meridian.importing;

import static dev.meridian.importing.Sets.alias;
import static dev.meridian.importing.Sets.check;
import static dev.meridian.importing.Sets.multivalue;
import static dev.meridian.importing.Sets.records;
import static dev.meridian.importing.Sets.simple;
import static dev.meridian.importing.Sets.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.importing.ImportedGroup.Branch;
import dev.meridian.importing.ImportedGroup.Leaf;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeafReaderTest {
  @Test
  void multivalueRecordsWithOnePrefixBeforeTheirAddressesAreOneEndpoint() {
    List<Branch> branches =
        multivalueBranches(
            List.of(),
            multivalue("a", "rack-192.0.2.1", null, "192.0.2.1"),
            multivalue("a", "rack-192.0.2.2", null, "192.0.2.2"),
            multivalue("a", "solo-192.0.2.3", null, "192.0.2.3"));

    assertThat(branches).extracting(Branch::label).containsExactly("rack", "solo");
    assertThat(leaf(branches.get(0)).location()).isEqualTo(addresses("192.0.2.1", "192.0.2.2"));
    assertThat(leaf(branches.get(0)).forced()).isEqualTo("rack");
    assertThat(leaf(branches.get(1)).location()).isEqualTo(addresses("192.0.2.3"));
  }

  @Test
  void multivalueRecordsWithOtherSetIdentifiersAreNoEndpoints() {
    assertThat(read(List.of(), multivalue("a", "m", null, "192.0.2.1", "192.0.2.2"))).isEmpty();
    assertThat(read(List.of(), multivalue("a", "m", null, "192.0.2.1"))).isEmpty();
    assertThat(read(List.of(), multivalue("a", "UP-192.0.2.1", null, "192.0.2.1"))).isEmpty();
  }

  @Test
  void checksOfOneFormAreOneForEachAddress() {
    List<Branch> branches =
        multivalueBranches(
            List.of(check("c1", "192.0.2.1"), check("c2", "192.0.2.2")),
            multivalue("a", "rack-192.0.2.1", "c1", "192.0.2.1"),
            multivalue("a", "rack-192.0.2.2", "c2", "192.0.2.2"));

    assertThat(leaf(branches.get(0)).healthCheck())
        .isEqualTo(new BranchHealthCheck.Each(List.of("c1", "c2")));
  }

  @Test
  void aCheckThatAllAddressesShareIsOne() {
    List<Branch> branches =
        multivalueBranches(
            List.of(check("c", "192.0.2.9")),
            multivalue("a", "rack-192.0.2.1", "c", "192.0.2.1"),
            multivalue("a", "rack-192.0.2.2", "c", "192.0.2.2"));

    assertThat(leaf(branches.get(0)).healthCheck()).isEqualTo(new BranchHealthCheck.One("c"));
  }

  @Test
  void addressesOfWhichOnlySomeAreCheckedAreNoEndpoint() {
    assertThat(
            read(
                List.of(check("c1", "192.0.2.1")),
                multivalue("a", "rack-192.0.2.1", "c1", "192.0.2.1"),
                multivalue("a", "rack-192.0.2.2", null, "192.0.2.2")))
        .isEmpty();
  }

  @Test
  void addressesThatAreCheckedInDifferentWaysAreNoEndpoint() {
    assertThat(
            read(
                List.of(check("c1", "192.0.2.1"), check("c2", "192.0.2.9")),
                multivalue("a", "rack-192.0.2.1", "c1", "192.0.2.1"),
                multivalue("a", "rack-192.0.2.2", "c2", "192.0.2.2")))
        .isEmpty();
  }

  @Test
  void anAliasToTheGroupOfAnEndpointsAddressesIsThatEndpoint() {
    RecordSet alias = alias("a", "x", new RoutingPolicy.Weighted(1), "_rack");
    RecordLookup records =
        records(
            List.of(
                alias,
                multivalue("_rack", "rack-192.0.2.1", null, "192.0.2.1"),
                multivalue("_rack", "rack-192.0.2.2", null, "192.0.2.2")));

    Optional<Leaf> leaf =
        new LeafReader(records)
            .servers(PolicyKind.WEIGHTED, "x", Map.of(RecordType.A, alias))
            .map(LeafReader.Servers::leaf);

    assertThat(leaf).isPresent();
    assertThat(leaf.get().forced()).isEqualTo("rack");
    assertThat(leaf.get().location()).isEqualTo(addresses("192.0.2.1", "192.0.2.2"));
  }

  @Test
  void anAliasToAGroupWithOtherSetIdentifiersIsNoEndpoint() {
    RecordSet alias = alias("a", "x", new RoutingPolicy.Weighted(1), "_rack");
    RecordLookup records =
        records(
            List.of(
                alias,
                multivalue("_rack", "one", null, "192.0.2.1"),
                multivalue("_rack", "two", null, "192.0.2.2")));

    assertThat(
            new LeafReader(records).servers(PolicyKind.WEIGHTED, "x", Map.of(RecordType.A, alias)))
        .isEmpty();
  }

  @Test
  void aCnameIsAHostAndBothAddressFamiliesAreOnePlace() {
    RecordSet cname = simple("a", RecordType.CNAME, "www.example.org");
    RecordSet ipv4 = simple("a", RecordType.A, "192.0.2.1");
    RecordSet ipv6 = simple("a", RecordType.AAAA, "2001:db8::1");

    assertThat(LeafReader.location(Map.of(RecordType.CNAME, cname)))
        .isEqualTo(new Location.Host("www.example.org"));
    assertThat(LeafReader.location(Map.of(RecordType.A, ipv4, RecordType.AAAA, ipv6)))
        .isEqualTo(new Location.Addresses(List.of("192.0.2.1"), List.of("2001:db8::1")));
  }

  @Test
  void aCnamesOwnHealthCheckGuardsIt() {
    RecordSet cname =
        values("a", RecordType.CNAME, "x", new RoutingPolicy.Weighted(1), "c", "www.example.org");
    LeafReader leaves = new LeafReader(records(List.of(cname), check("c", "192.0.2.1")));

    assertThat(leaves.healthCheck(Map.of(RecordType.CNAME, cname)))
        .isEqualTo(new BranchHealthCheck.One("c"));
  }

  private static List<Branch> multivalueBranches(List<HealthCheck> checks, RecordSet... sets) {
    return read(checks, sets).orElseThrow();
  }

  private static Optional<List<Branch>> read(List<HealthCheck> checks, RecordSet... sets) {
    RecordLookup records = records(List.of(sets), checks.toArray(HealthCheck[]::new));
    return new LeafReader(records)
        .multivalue(Arrays.stream(sets).map(set -> Map.of(set.type(), set)).toList());
  }

  private static Leaf leaf(Branch branch) {
    return (Leaf) branch.target();
  }

  private static Location addresses(String... ipv4) {
    return new Location.Addresses(List.of(ipv4), List.of());
  }
}
