package dev.meridian.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressesTest {

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "2001:db8::1", "2001:DB8:0:0:0:0:0:1", "::ffff:192.0.2.1"})
  void whatRfc4291AndPeopleWriteIsAnAddress(String text) {
    assertThat(IpAddresses.of(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "203.0.113",
        "203.0.113.*",
        "192.0.2.010",
        "3221225985",
        "fe80::1%eth0",
        "192.0.2.0/24",
        "192.0.2.1-4",
        "",
        "*",
        "0x7f.1",
        "2001:db8::1::2"
      })
  void formsThatAwsDoesNotTakeAreNone(String text) {
    assertThat(IpAddresses.of(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.*.0.0/16", "10.1/16", "10.0.0.0/255.255.0.0"})
  void norAreSuchBlocks(String text) {
    assertThat(IpAddresses.block(text)).isEmpty();
  }
}
