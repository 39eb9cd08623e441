package dev.meridian.declaration.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LargeDocumentTest {
  private final List<Diagnostic> problems = new ArrayList<>();

  @Test
  void moreValuesThanFitIntoMemoryAreRefusedWhereTheyBegin() {
    StringBuilder yaml = new StringBuilder("names:\n");
    for (int i = 0; i < 100_000; i++) {
      yaml.append("  n").append(i).append(": {simple: e}\n");
    }

    assertThat(parse(yaml.toString())).isEmpty();
    assertThat(problems)
        .singleElement()
        .hasToString(
            """
            big.yaml:100001:11: the file has more than 400000 values
                fix: split the names into several zones, with one file per zone""");
  }

  /** The library copies a token for each buffer that it fills; these fill 10,000 small ones. */
  @Test
  void aLongCommentAndALongTextAreRead() {
    String yaml = "# " + "c".repeat(5_000_000) + "\nkey: " + "v".repeat(5_000_000) + "\n";

    assertThat(parse(yaml)).isPresent();
    assertThat(problems).isEmpty();
  }

  private Optional<YamlTree> parse(String yaml) {
    return new YamlTreeParser("big.yaml", problems::add).parse(yaml);
  }
}
