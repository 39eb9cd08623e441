package dev.meridian.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DnsNameTest {

  @ParameterizedTest
  @CsvSource({
    "a\\041b.example.com, a!b.example.com",
    "\\100.example.com, @.example.com",
    "\\101bc.example.com, ABC.example.com.",
    "\\052.example.com, *.example.com",
    "a\\057b.example.com, a/b.example.com",
  })
  void escapesThatANameCanDoWithoutAreTheSameName(String escaped, String plain) {
    assertThat(new DnsName(escaped)).isEqualTo(new DnsName(plain));
  }

  @Test
  void escapesThatItNeedsStayAndCountAsOneOctet() {
    assertThat(new DnsName("a\\056b\\040.example.com").text())
        .isEqualTo("a\\056b\\040.example.com");
    assertThat(new DnsName("\\040".repeat(63) + ".com").labels()).hasSize(2);
    assertThatThrownBy(() -> new DnsName("\\040".repeat(64) + ".com"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("64 octets");
  }

  @Test
  void aNameIsRelativeToAZoneThatItIsBelow() {
    DnsName zone = new DnsName("example.com");
    assertThat(new DnsName("a.b.example.com").relativeTo(zone)).contains("a.b");
    assertThat(zone.relativeTo(zone)).isEmpty();
    assertThat(new DnsName("fooexample.com").relativeTo(zone)).isEmpty();
  }
}
