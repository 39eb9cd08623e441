package dev.meridian.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.PolicyTree.Target;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.GeoproximityLocation.InRegion;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RoutingPolicy.Geolocation;
import dev.meridian.model.RoutingPolicy.Geoproximity;
import dev.meridian.model.RoutingPolicy.IpBased;
import dev.meridian.testing.ReadDeclaration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoliciesTest {

  @Test
  void aWeightStandsAloneOrInAMapping() {
    List<Branch> branches =
        branches(
            "{weighted: {us-east-1: 3, blue: {weight: 0, to: eu-west-1, health-check: none}}}");

    assertThat(branches).extracting(Branch::label).containsExactly("us-east-1", "blue");
    assertThat(branches)
        .extracting(Branch::policy)
        .containsExactly(new RoutingPolicy.Weighted(3), new RoutingPolicy.Weighted(0));
    assertThat(branches)
        .extracting(Branch::target)
        .containsExactly(new Target.ToEndpoint("us-east-1"), new Target.ToEndpoint("eu-west-1"));
    assertThat(branches)
        .extracting(Branch::healthCheck)
        .containsExactly(new HealthCheckReference.Inherited(), new HealthCheckReference.None());
  }

  @Test
  void placesHaveOneLabelHoweverTheyAreWritten() {
    List<Branch> branches =
        branches(
            "{geolocation: {continent-EU: us-east-1, NA: us-east-1, country-NA: us-east-1,"
                + " country-DE: us-east-1, US-CA: us-east-1, default: us-east-1}}");

    assertThat(branches)
        .extracting(Branch::label)
        .containsExactly("EU", "NA", "country-NA", "DE", "US-CA", "default");
    assertThat(branches.get(2).policy()).isEqualTo(new Geolocation(new GeoLocation.Country("NA")));
  }

  @Test
  void aLatencyBranchMayBeForARegionWithoutAStack() {
    List<Branch> branches = branches("{latency: {af-south-1: eu-west-1}}");

    assertThat(branches.get(0).policy()).isEqualTo(new RoutingPolicy.Latency("af-south-1"));
    assertThat(branches.get(0).target()).isEqualTo(new Target.ToEndpoint("eu-west-1"));
  }

  @Test
  void aGeoproximityBranchStandsInTheRegionOfItsName() {
    List<Branch> branches = branches("{geoproximity: {us-east-1: -7, eu-west-1: us-east-1}}");

    assertThat(branches)
        .extracting(Branch::policy)
        .containsExactly(
            new Geoproximity(new InRegion("us-east-1"), -7),
            new Geoproximity(new InRegion("eu-west-1"), 0));
  }

  @Test
  void everybodyElseIsTheStarOfACollection() {
    List<Branch> branches =
        branches(
            "{ip-based: {collection: nets, locations: {default: us-east-1, office: eu-west-1}}}");

    assertThat(branches).extracting(Branch::label).containsExactly("default", "office");
    assertThat(branches)
        .extracting(Branch::policy)
        .containsExactly(new IpBased("nets", "*"), new IpBased("nets", "office"));
  }

  @Test
  void policiesNestWithAndWithoutTo() {
    String nested = "{failover: {primary: us-east-1, secondary: eu-west-1}}";
    List<Branch> branches =
        branches("{latency: {us-east-1: " + nested + ", eu-west-1: {to: " + nested + "}}}");

    assertThat(branches)
        .extracting(Branch::target)
        .allSatisfy(
            target ->
                assertThat(((Target.ToPolicy) target).tree().kind())
                    .isEqualTo(PolicyKind.FAILOVER));
  }

  @Test
  void placesAreThoseOfTheKeys() {
    Branch branch = branches("{weighted: {us-east-1: 3}}").get(0);

    assertThat(branch.at()).hasToString("meridian.yaml:7:20");
  }

  private static List<Branch> branches(String policy) {
    String yaml =
        """
        application: a
        environment: b
        zone: example.com
        regions: [us-east-1, eu-west-1]
        cidr-collections: {nets: {office: [192.0.2.0/24]}}
        names:
          www: %s
        """;
    return ReadDeclaration.good(yaml.formatted(policy)).names().get(0).policy().branches();
  }
}
