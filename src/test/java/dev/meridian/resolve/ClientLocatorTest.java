package dev.meridian.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.model.GeoLocation;
import dev.meridian.resolve.analysis.ClientLocation;
import dev.meridian.resolve.analysis.Population;
import dev.meridian.resolve.client.Client;
import dev.meridian.resolve.client.ClientLocator;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientLocatorTest {
  private static final IPAddress GERMAN = new IPAddressString("198.51.100.0/24").getAddress();
  private static final IPAddress OTHER = new IPAddressString("192.0.2.53").getAddress();
  private static final GeoIp GEO_IP =
      address ->
          address.equals(GERMAN) ? Optional.of(new GeoLocation.Country("DE")) : Optional.empty();

  @Test
  void theClientSubnetGoesBeforeTheResolversAddress() {
    Client client = GEO_IP.client(GERMAN, OTHER);
    assertThat(client.country()).isEqualTo("DE");
    assertThat(client.address()).isEqualTo(GERMAN);
    assertThat(GEO_IP.client(null, OTHER).country()).isNull();
    assertThat(GEO_IP.client(null, OTHER).address()).isEqualTo(OTHER);
  }

  @Test
  void everyRegionOfTheCatalogHasACountryForItsVpcs() {
    assertThat(AwsRegions.codes()).allMatch(code -> ClientLocator.inVpc(code).country() != null);
    assertThat(ClientLocator.inVpc("us-east-1").usState()).isEqualTo("VA");
  }

  @Test
  void theWorldsSharesSumToOne() {
    assertThat(Population.locations().stream().mapToDouble(ClientLocation::share).sum())
        .isCloseTo(1, within(1e-9));
  }
}
