package dev.meridian.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {

  @ParameterizedTest
  @CsvSource({"001b", "0000", "0008", "000d", "007f", "009b", "0085", "202e", "2066", "2028"})
  void nothingThatControlsATerminalIsPrinted(String code) {
    char control = (char) Integer.parseInt(code, 16);

    assertThat(Printable.of("a" + control + "b")).isEqualTo("a\\u" + code + "b");
    assertThat(printed("a" + control + "b\n")).isEqualTo("a\\u" + code + "b\n");
  }

  @Test
  void linesTabsAndLettersOfAllLanguagesRemain() {
    String text = "Zürich\t東京 دبي 👩\u200d🚒\n";

    assertThat(printed(text)).isEqualTo(text);
  }

  @Test
  void aMessageCannotGetMoreLinesFromAName() {
    Diagnostic problem =
        new Diagnostic(
            SourceLocation.wholeFile("a.tfstate"),
            "aws_x.a\nall is fine",
            "\"\u001b[2J\" is wrong",
            "fix it");

    assertThat(problem)
        .hasToString(
            "a.tfstate: aws_x.a\\u000aall is fine: \"\\u001b[2J\" is wrong\n    fix: fix it");
  }

  @Test
  void aVeryLongTextKeepsItsBeginAndItsEnd() {
    String shortened = Printable.shortened("\"" + "x".repeat(70_000) + "\" is not a domain name");

    assertThat(shortened)
        .startsWith("\"xxx")
        .contains("x… (68423 more characters) …x")
        .endsWith("xxx\" is not a domain name")
        .hasSizeLessThan(1_700);
    assertThat(Printable.shortened("x".repeat(2_000))).isEqualTo("x".repeat(2_000));
  }

  private static String printed(String text) {
    StringWriter to = new StringWriter();
    PrintWriter out = new PrintWriter(new PrintableWriter(to));
    out.print(text);
    out.flush();
    return to.toString();
  }
}
