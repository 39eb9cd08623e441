package dev.meridian.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.aws.AwsReadException;
import dev.meridian.declaration.Deployment;
import dev.meridian.terraform.json.StateOutputs;
import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionOutputSourceTest {
  private static final String STACK = "shop-test-eu-west-1";
  private static final String DNS = "shop-test-dns";
  private static final String NOTE =
      "The state of shop-test-eu-west-1 was not read, so Meridian asked AWS by names and tags: ";
  private static final String IN_STATE =
      """
      {"alb_dns_name": {"value": "lb-in-state.eu-west-1.elb.amazonaws.com"},
       "alb_zone_id": {"value": "Z32O12XQLNTSW2"},
       "static_addresses": {"value": ["192.0.2.1", "192.0.2.2"]}}
      """;

  @TempDir private Path folder;
  private RecordedRegion region;
  private FakeStacks stacks;

  @BeforeEach
  void start() throws IOException {
    region = new RecordedRegion();
    stacks = FakeStacks.in(folder, region.deployment());
  }

  @AfterEach
  void stop() {
    region.close();
  }

  @Test
  void theStatesGiveTheOutputsAndTheZoneAndAwsIsNotAsked() throws Exception {
    stacks.applied(STACK, IN_STATE).applied(DNS, "{\"zone_id\": {\"value\": \"Z1\"}}");
    region.close();

    RegionOutputSource.Found found = find();

    assertThat(outputs(found).texts())
        .containsEntry("alb_dns_name", "lb-in-state.eu-west-1.elb.amazonaws.com");
    assertThat(outputs(found).lists())
        .containsEntry("static_addresses", List.of("192.0.2.1", "192.0.2.2"));
    assertThat(found.zoneIds()).containsExactly(Map.entry("dns", "Z1"));
    assertThat(found.notes()).isEmpty();
  }

  @Test
  void theOutputsOfAPinnedRegionAreThoseOfItsPin() throws Exception {
    Files.writeString(
        folder.resolve("pin.yaml"),
        """
        alb_dns_name: lb-pinned.eu-west-1.elb.amazonaws.com
        alb_zone_id: Z32O12XQLNTSW2
        static_addresses: [198.51.100.1, 198.51.100.2]
        """);
    String declared =
        RecordedRegion.DECLARED.replace(
            "regions: [eu-west-1]", "regions: {eu-west-1: {pinned: pin.yaml}}");
    Deployment pinned =
        ReadDeclaration.good(Files.writeString(folder.resolve("shop.yaml"), declared));
    stacks.applied(STACK, IN_STATE);
    region.close();

    RegionOutputSource.Found found =
        RegionOutputSource.find(pinned, Optional.of(stacks.stacks()), region.access());

    assertThat(outputs(found).texts())
        .containsEntry("alb_dns_name", "lb-pinned.eu-west-1.elb.amazonaws.com");
    assertThat(outputs(found).lists())
        .containsEntry("static_addresses", List.of("198.51.100.1", "198.51.100.2"));
    assertThat(found.notes()).isEmpty();
  }

  @Test
  void withoutTerraformTheLoadBalancerIsFoundByNameAndTheAddressesByTags() throws Exception {
    RegionOutputSource.Found found =
        RegionOutputSource.find(region.deployment(), Optional.empty(), region.access());

    assertThat(outputs(found)).isEqualTo(RecordedRegion.OUTPUTS);
    assertThat(found.zoneIds()).isEmpty();
    assertThat(found.notes()).containsExactly(NOTE + "terraform init has not been run for it here");
  }

  @Test
  void theNoteSaysThatAStackIsNotInitialized() throws Exception {
    assertThat(find().notes())
        .containsExactly(NOTE + "terraform init has not been run for it here");
  }

  @Test
  void theNoteSaysThatAStateHasNoOutputs() throws Exception {
    stacks.applied(STACK, "{}");

    assertThat(find().notes()).containsExactly(NOTE + "it has no outputs");
    assertThat(outputs(find())).isEqualTo(RecordedRegion.OUTPUTS);
  }

  @Test
  void theNoteSaysWhyTerraformCouldNotReadAState() throws Exception {
    stacks.applied(STACK, "this is not JSON");

    assertThat(find().notes())
        .singleElement()
        .asString()
        .startsWith(NOTE + "The stack shop-test-eu-west-1")
        .contains("this is not JSON");
  }

  @Test
  void aRegionThatAwsDoesNotHaveHasNoOutputs() throws Exception {
    region.aws.change("DescribeLoadBalancers.xml", "Name>shop-test-alb", "Name>other");

    assertThat(outputs(find())).isEqualTo(StateOutputs.NONE);
  }

  @Test
  void addressesAreInTheOrderOfTheirNumbersAndMissingOnesAreLeftOut() throws Exception {
    region.aws.change("DescribeAddresses.xml", "shop-test-static-1", "shop-test-static-3");

    assertThat(outputs(find()).lists()).containsEntry("static_addresses", List.of("203.0.113.12"));
  }

  @Test
  void aRegionWithoutStaticAddressesHasAnEmptyList() throws Exception {
    region.declared("static-addresses: true", "static-addresses: false");

    assertThat(outputs(find()).lists()).containsEntry("static_addresses", List.of());
  }

  @Test
  void whatAwsRefusesIsNotCalledAbsent() throws Exception {
    region.close();

    assertThatThrownBy(this::find)
        .isInstanceOf(AwsReadException.class)
        .hasMessageContaining("the load balancers of eu-west-1");
  }

  private RegionOutputSource.Found find() throws Exception {
    return RegionOutputSource.find(
        region.deployment(), Optional.of(stacks.stacks()), region.access());
  }

  private static StateOutputs outputs(RegionOutputSource.Found found) {
    SortedMap<String, StateOutputs> all = found.outputs().bySource();
    assertThat(all.keySet()).containsExactly("eu-west-1");
    return all.get("eu-west-1");
  }
}
