package dev.meridian.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.DnsName;
import dev.meridian.model.GeoLocation;
import dev.meridian.resolve.client.Client;
import dev.meridian.resolve.client.ClientLocator;
import dev.meridian.testing.ReadDeclaration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Type;

/** Which replies are kept, and which ones clients share. */
class ZoneAnswersTest {
  private static final String DECLARATION =
      """
      application: shop
      environment: test
      zone: {name: example.com, id: Z0123456789ABC}
      state: {backend: local}
      health-check: none
      endpoints:
        berlin: {addresses: [203.0.113.1]}
        paris: {addresses: [203.0.113.2]}
      names:
        www: {weighted: {berlin: 3, paris: 1}}
        "*.wild": {weighted: {berlin: 3, paris: 1}}
        geo: {geolocation: {DE: berlin, FR: berlin, default: paris}}
      """;

  private final ZoneAnswers answers =
      new Asking(ReadDeclaration.good(DECLARATION), Client.UNKNOWN, List.of()).responder.answers();

  private Replies replies(String name, Client client) {
    return answers.replies(new DnsName(name + ".example.com"), Type.A, client);
  }

  @Test
  void clientsWithTheSameAnswersShareThem() {
    Map<String, Replies> geo = new TreeMap<>();
    Map<String, Replies> weighted = new TreeMap<>();
    for (String country : List.of("DE", "FR", "BR", "JP")) {
      Client client = ClientLocator.at(Client.UNKNOWN, new GeoLocation.Country(country));
      geo.put(country, replies("geo", client));
      weighted.put(country, replies("www", client));
    }

    assertThat(geo.get("BR")).isSameAs(geo.get("JP")).isNotSameAs(geo.get("DE"));
    assertThat(geo.get("DE")).isSameAs(geo.get("FR"));
    assertThat(weighted.values()).containsOnly(weighted.get("DE"));
  }

  @Test
  void repliesThatAreUsedAreKeptAndOthersGo() {
    Replies used = replies("www", Client.UNKNOWN);
    Replies unused = replies("geo", Client.UNKNOWN);
    for (int i = 0; i < 10_000; i++) {
      replies("x" + i + ".wild", Client.UNKNOWN);
      replies("www", Client.UNKNOWN);
    }

    assertThat(replies("www", Client.UNKNOWN)).isSameAs(used);
    assertThat(replies("geo", Client.UNKNOWN)).isNotSameAs(unused);
  }
}
