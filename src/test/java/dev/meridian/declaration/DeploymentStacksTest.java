package dev.meridian.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.testing.ReadDeclaration;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentStacksTest {
  private static final Path PINNED =
      Path.of("src/test/resources/good-declarations/pinned-region.yaml");
  private static final Path PRIVATE_PINNED =
      Path.of("src/test/resources/good-declarations/private-pinned.yaml");

  @ParameterizedTest
  @CsvSource({
    "eu-west-1,      us-east-1",
    "cn-north-1,     cn-northwest-1",
    "us-gov-east-1,  us-gov-west-1",
  })
  void theDnsStackWorksWhereThePartitionsMetricsAre(String region, String home) {
    assertThat(stacks(region).dns().awsRegion()).isEqualTo(home);
  }

  @Test
  void regionsComeInDeclaredOrderAndDnsLast() {
    DeploymentStacks stacks = stacks("us-east-1, eu-west-1");

    assertThat(stacks.names())
        .containsExactly("shop-test-us-east-1", "shop-test-eu-west-1", "shop-test-dns");
    assertThat(stacks.all())
        .extracting(DeploymentStack::label)
        .containsExactly("us-east-1", "eu-west-1", "dns");
  }

  @Test
  void dnsReadsTheRegionsAndWaitsForThem() {
    DeploymentStacks stacks = stacks("us-east-1, eu-west-1");

    assertThat(stacks.dns().reads()).containsExactly("shop-test-us-east-1", "shop-test-eu-west-1");
    assertThat(stacks.waves()).containsExactly(stacks.all().subList(0, 2), List.of(stacks.dns()));
  }

  @Test
  void acceleratorsComeBetweenTheirRegionsAndDns() {
    DeploymentStacks stacks = ReadDeclaration.good(Path.of("examples/accelerator.yaml")).stacks();
    DeploymentStack.Accelerator accelerator = stacks.accelerators().get(0);

    assertThat(stacks.names())
        .containsExactly(
            "storefront-accelerated-us-east-1",
            "storefront-accelerated-eu-west-1",
            "storefront-accelerated-accelerator-global",
            "storefront-accelerated-dns");
    assertThat(accelerator.reads()).isEqualTo(stacks.names().subList(0, 2));
    assertThat(stacks.dns().reads()).isEqualTo(stacks.names().subList(0, 3));
    assertThat(stacks.waves())
        .containsExactly(stacks.all().subList(0, 2), List.of(accelerator), List.of(stacks.dns()));
  }

  @Test
  void anAcceleratorWaitsForPinnedRegionsThatItDoesNotRead() {
    DeploymentStacks stacks =
        ReadDeclaration.good(
                Path.of("src/test/resources/good-declarations/accelerator-pinned.yaml"))
            .stacks();

    assertThat(stacks.accelerators().get(0).reads()).isEmpty();
    assertThat(stacks.waves()).hasSize(3);
  }

  @Test
  void aPinnedRegionIsDeployedAndNotRead() {
    DeploymentStacks stacks = ReadDeclaration.of(PINNED).deployment().orElseThrow().stacks();

    assertThat(stacks.names()).containsExactly("a-b-us-east-1", "a-b-eu-west-1", "a-b-dns");
    assertThat(stacks.dns().reads()).containsExactly("a-b-us-east-1");
  }

  @Test
  void thePrivateStacksDoNotReadAPinnedRegionAndTheNetworkStackWaitsForIt() {
    DeploymentStacks stacks = ReadDeclaration.good(PRIVATE_PINNED).stacks();
    DeploymentStack network = stacks.all().get(3);
    DeploymentStack dns = stacks.all().get(4);

    assertThat(network.label()).isEqualTo("private-network");
    assertThat(network.reads()).containsExactly("a-b-us-east-1");
    assertThat(network.follows()).containsExactly("a-b-us-east-1", "a-b-eu-west-1");
    assertThat(dns.label()).isEqualTo("private-dns");
    assertThat(dns.follows()).containsExactly("a-b-us-east-1");
  }

  @ParameterizedTest
  @CsvSource({
    "a-b-eu-west-1,           REGION",
    "a-b-ap-south-1,          REGION",
    "a-b-dns,                 DNS",
    "a-b-accelerator-global,  ACCELERATOR",
    "a-b-private-network,     PRIVATE_NETWORK",
    "a-b-private-dns,         PRIVATE_DNS",
    "a-b-moon-1,",
    "a-c-dns,",
  })
  void theNameOfAStackSaysWhatItContains(String name, StackKind kind) {
    assertThat(ReadDeclaration.good(PRIVATE_PINNED).stackKind(name))
        .isEqualTo(Optional.ofNullable(kind));
  }

  @Test
  void aStackCannotComeBeforeOneThatItReads() {
    DeploymentStack dns = new DeploymentStack.Dns("dns", "dns", "us-east-1", List.of("later"));

    assertThatThrownBy(() -> new DeploymentStacks(List.of(dns))).hasMessageContaining("order");
  }

  private static DeploymentStacks stacks(String regions) {
    return ReadDeclaration.good(
            """
            application: shop
            environment: test
            zone: example.com
            regions: [%s]
            names: {api: {simple: %s}}
            """
                .formatted(regions, regions.split(",")[0]))
        .stacks();
  }
}
