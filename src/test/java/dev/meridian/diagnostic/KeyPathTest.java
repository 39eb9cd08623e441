package dev.meridian.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPathTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "api|names.api",
        "@|names.@",
        "failover.api|names.\"failover.api\"",
        "a b|names.\"a b\"",
        "[0]|names.\"[0]\"",
        "*.shop|names.\"*.shop\"",
        "\"x\"|names.\"\"x\"\""
      })
  void aKeyIsQuotedWhereItWouldReadAsSeveralSteps(String key, String text) {
    assertThat(KeyPath.of("names", key)).hasToString(text);
  }

  @Test
  void controlCharactersAreEscapedInTheTextAndKeptInTheSteps() {
    KeyPath path = KeyPath.of("names", "a\nb");

    assertThat(path).hasToString("names.\"a\\u000ab\"");
    assertThat(path.isWithin(KeyPath.of("names", "a\nb"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u001b", "\u0085", "\u009b", "\u2028", "\u202e"})
  void noKeyCanBreakALineOrControlATerminal(String odd) {
    String hex = String.format(Locale.ROOT, "%04x", (int) odd.charAt(0));

    assertThat(KeyPath.of("names", "a" + odd)).hasToString("names.\"a\\u" + hex + "\"");
  }

  @Test
  void aPathIsWithinItselfAndWhatIsAboveIt() {
    KeyPath path = KeyPath.of("names", "failover.api", "failover").item(0);

    assertThat(path.isWithin(KeyPath.ROOT)).isTrue();
    assertThat(path.isWithin(KeyPath.of("names", "failover.api"))).isTrue();
    assertThat(path.isWithin(path)).isTrue();
    assertThat(path).hasToString("names.\"failover.api\".failover[0]");
    assertThat(path.depth()).isEqualTo(4);
  }

  @Test
  void aPathIsNotWithinAnotherOneThatOnlyReadsAlike() {
    KeyPath path = KeyPath.of("names", "failover.api", "failover");

    assertThat(path.isWithin(KeyPath.of("names", "failover"))).isFalse();
    assertThat(path.isWithin(KeyPath.of("names", "failover", "api"))).isFalse();
    assertThat(path.isWithin(KeyPath.of("names", "\"failover.api\""))).isFalse();
    assertThat(KeyPath.ROOT.key("[0]").isWithin(KeyPath.ROOT.item(0))).isFalse();
  }

  @Test
  void aPlaceElsewhereIsShownAsItIs() {
    assertThat(KeyPath.verbatim("module.a.aws_route53_record.r[\"x\"]"))
        .hasToString("module.a.aws_route53_record.r[\"x\"]");
    assertThat(KeyPath.verbatim("")).isEqualTo(KeyPath.ROOT);
  }
}
