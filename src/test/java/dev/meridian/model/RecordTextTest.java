package dev.meridian.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecordTextTest {

  @ParameterizedTest
  @EnumSource
  void theExampleOfEveryTypeIsAValue(RecordType type) {
    String example = RecordText.example(type);

    assertThat(RecordText.value(type, example)).isEqualTo(example);
  }

  @Test
  void aTextIsQuotedAndEscaped() {
    assertThat(RecordText.value(RecordType.TXT, "say \"hi\" \\ grün"))
        .isEqualTo("\"say \\\"hi\\\" \\\\ gr\\303\\274n\"");
  }

  @Test
  void aLongTextBecomesStringsOf255Octets() {
    String text = "a".repeat(255) + "b".repeat(255) + "c";

    assertThat(RecordText.value(RecordType.TXT, text))
        .isEqualTo("\"" + "a".repeat(255) + "\" \"" + "b".repeat(255) + "\" \"c\"");
  }

  @Test
  void aTextInQuotesIsKeptAsItIs() {
    List.of("\"a\"", "\"a\" \"b\"", "\"a\"\"b\"", "\"\"", "\"\\\"\\374\"")
        .forEach(text -> assertThat(RecordText.value(RecordType.TXT, text)).isEqualTo(text));
  }

  @Test
  void whatAFileDeclaresForATextGivesTheTextBack() {
    String key = "v=DKIM1; p=" + "A".repeat(400);
    List<String> plain = List.of("a", "v=spf1 -all", key, "grün", "a \\ b", " a ");
    for (String text : plain) {
      String value = RecordText.value(RecordType.TXT, text);
      assertThat(RecordText.declared(RecordType.TXT, value)).isEqualTo(text);
    }
    // Split elsewhere, not UTF-8, empty, a control character, a quotation mark, not in NFC.
    List<String> others =
        List.of("\"a\" \"b\"", "\"\\374\"", "\"\"", "\"a\\011b\"", "\"\\\"a\"", "\"u\\314\\210\"");
    for (String value : others) {
      assertThat(RecordText.declared(RecordType.TXT, value)).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "MX    | 10 MAIL.Example.com.           | 010  mail.example.com",
        "MX    | 0 .                            | 0 .",
        "SRV   | 1 2 3 A.example.com.           | 1 2 3 a.example.com",
        "CAA   | 0 ISSUE \"ca.example\"         | 0 issue \"ca.example\"",
        "DS    | 1 13 1 "
            + "aB"
            + "000000000000000000000000000000000000ff"
            + " | 1 13 1 AB 000000000000000000000000000000000000FF",
        "HTTPS | 1 . alpn=\"h2,h3\" port=8443   | 1 . port=8443 alpn=h2,h3",
        "SVCB  | 1 A.example. port=53           | 1 a.example port=53",
        "TXT   | \"a\"\"b\"                     | \"a\"  \"\\142\"",
        "NAPTR | 1 2 \"u\" \"E\" \"!^.*$!x!\" A. | 1 2 \"u\" \"E\" \"!^.*$!x!\" a",
        "MX    | 10 \\052.example.com            | 10 *.example.com"
      })
  void spellingsOfOneValueAreTheSame(RecordType type, String one, String other) {
    assertThat(RecordText.canonical(type, one)).isEqualTo(RecordText.canonical(type, other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "TXT   | \"a\" \"b\"            | \"ab\"",
        "TXT   | \"A\"                  | \"a\"",
        "MX    | 10 a.example.com       | 20 a.example.com",
        "CAA   | 0 issue \"Ca.example\" | 0 issue \"ca.example\"",
        "HTTPS | 1 . alpn=h2            | 1 . alpn=h3"
      })
  void otherValuesAreNot(RecordType type, String one, String other) {
    assertThat(RecordText.canonical(type, one)).isNotEqualTo(RecordText.canonical(type, other));
  }

  @Test
  void whatIsNoValueHasItsOwnTextAsCanonicalForm() {
    Arrays.stream(RecordType.values())
        .filter(type -> type != RecordType.PTR && type != RecordType.NS)
        .forEach(type -> assertThat(RecordText.canonical(type, "? \" x")).isEqualTo("? \" x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "MX    | mail.example.com              | it has 1 field instead of 2 (preference, email server)",
        "MX    | 65536 a.example.com           | the preference 65536 is outside 0..65535",
        "MX    | 10 a.example.com b            | it has 3 fields instead of 2",
        "MX    | 10 a.example.com ; backup     | comments and parentheses are only for zone files",
        "MX    | 10 a..example.com             | a label of \"a..example.com\" has 0 octets",
        "MX    | 10 grün.example.com           | it has a character that is not in ASCII",
        "NS    | .                             | has 0 octets",
        "SRV   | 1 2 a.example.com             | it has 3 fields instead of 4",
        "SRV   | 1 2 x a.example.com           | the port x is outside 0..65535",
        "CAA   | 256 issue \"a\"               | the flags 256 is outside 0..255",
        "CAA   | 0 issue ca.example            | the field value is not in quotation marks",
        "CAA   | 0 issue \"ca.example          | a quotation mark is missing",
        "CAA   | 0 is_sue \"a\"                | a tag has 1 to 15 letters and digits",
        "NAPTR | 1 2 S \"\" \"\" .             | the field flags is not in quotation marks",
        "DS    | 1 13 2 00                     | type 2 has 64 hexadecimal digits, not 2",
        "SSHFP | 4 2 xy                        | not pairs of hexadecimal digits",
        "TLSA  | 3 1 1                         | it has 3 fields instead of 4 or more",
        "HTTPS | 1 . color=red                 | Expected a valid parameter key",
        "HTTPS | 1 . port=x                    | a parameter has a value of another form",
        "HTTPS | 1 . alpn=h2 )                 | comments and parentheses are only for zone files",
        "TXT   | \"a\" b                       | is not in quotation marks",
        "TXT   | \"a                           | no closing quotation mark",
        "TXT   | \"\\9\"                       | is not an escape",
        "TXT   | \"grün\"                      | is not in ASCII"
      })
  void aValueOfAnotherFormIsRefusedWithTheReason(RecordType type, String text, String reason) {
    assertThatThrownBy(() -> RecordText.value(type, text))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aStringAndAValueHaveAMaximumLength() {
    assertThatThrownBy(() -> RecordText.value(RecordType.TXT, "\"" + "a".repeat(256) + "\""))
        .hasMessage("the length of a string in octets 256 is outside 0..255");
    assertThatThrownBy(() -> RecordText.value(RecordType.TXT, "a".repeat(4000)))
        .hasMessageContaining("is outside 1..4000");
  }

  @Test
  void anyTextIsAValueOrIsRefusedWithAReason() {
    List<RecordType> types = List.of(RecordType.values());
    int values = 0;
    for (long seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      RecordType type = types.get(random.nextInt(types.size()));
      String text = mutated(RecordText.example(type), random);
      RecordText.canonical(type, text);
      RecordText.host(type, text);
      try {
        String value = RecordText.value(type, text);
        values++;
        String declared = RecordText.declared(type, value);
        assertThat(RecordText.value(type, declared)).as("seed " + seed).isEqualTo(value);
      } catch (InvalidValue e) {
        assertThat(e.fix()).isNotBlank();
      }
    }
    assertThat(values).isGreaterThan(1000);
  }

  private static String mutated(String text, Random random) {
    String characters = "\"\\ .,=;()0179abkeyz\u00fc*@-_/{}?";
    StringBuilder changed = new StringBuilder(text);
    for (int edits = random.nextInt(4); edits >= 0; edits--) {
      int at = random.nextInt(changed.length());
      char other = characters.charAt(random.nextInt(characters.length()));
      if (random.nextBoolean()) {
        changed.insert(at, other);
      } else {
        changed.setCharAt(at, other);
      }
    }
    return changed.toString();
  }
}
