package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.cli.view.GraphText;
import dev.meridian.cli.view.PolicyGraph.Branch;
import dev.meridian.cli.view.PolicyGraph.Node;
import dev.meridian.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GraphCommandTest {
  private static final Path DOCS = Path.of("docs/commands.md");
  private static final String[] TREE = {"graph", "latency.api", "-c", "meridian.yaml"};

  @Test
  void docsShowTheTreesOfTheRecipe() throws IOException {
    String docs = Files.readString(DOCS);
    String text = block("```\n$ ./meridian graph latency.api\n" + Run.of(TREE).out() + "```\n");
    String[] asMermaid = {"graph", "latency.api", "-c", "meridian.yaml", "--format", "mermaid"};
    String mermaid = block("```mermaid\n" + Run.of(asMermaid).out() + "```\n");

    Golden.check(DOCS, between(between(docs, "graph", text), "mermaid", mermaid));
  }

  @Test
  void textsOfForeignZonesAreNotMarkup() {
    String hostile = "a\"]-->|<b>\\\n";
    Node tree = new Node(hostile, List.of(new Branch(hostile, hostile, new Node("", List.of()))));

    assertThat(GraphText.mermaid(List.of(tree)))
        .containsExactly(
            "flowchart LR",
            "  n0[\"a#34;#93;--#62;#124;#60;b#62;#92;#10;\"]",
            "  n1[\"\"]",
            "  n0 -->|\"a#34;#93;--#62;#124;#60;b#62;#92;#10;,"
                + " a#34;#93;--#62;#124;#60;b#62;#92;#10;\"| n1");
    assertThat(GraphText.dot(List.of(new Node(hostile, List.of()))))
        .contains("  n0 [label=\"a\\\"]-->|<b>\\\\ \"]");
  }

  @Test
  void anUnknownNameIsBadInputWithTheNamesThatExist() {
    Run run = Run.of("graph", "nothing", "-c", "meridian.yaml");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("NAME: the zone has no record set named \"nothing\"")
        .contains("use one of api, failover.api, geo.api, latency.api, multivalue.api");
  }

  private static String block(String content) {
    return "\n" + content;
  }

  private static String between(String docs, String name, String content) {
    return Pattern.compile("(<!-- BEGIN " + name + " -->)(?s:.*?)(<!-- END)")
        .matcher(docs)
        .replaceFirst("$1" + Matcher.quoteReplacement(content) + "$2");
  }
}
