package dev.meridian.cli.view;

import dev.meridian.cli.view.PolicyGraph.Branch;
import dev.meridian.cli.view.PolicyGraph.Node;
import java.util.ArrayList;
import java.util.List;

/** Trees of policies as text, for Mermaid, and for Graphviz. */
public final class GraphText {
  private final List<String> lines = new ArrayList<>();
  private int nodes;

  private GraphText() {}

  /** A tree with lines between its parts. */
  public static List<String> tree(Node root) {
    GraphText text = new GraphText();
    text.lines.add(root.text());
    text.branches(root, "");
    return text.lines;
  }

  private void branches(Node node, String indent) {
    for (int i = 0; i < node.branches().size(); i++) {
      Branch branch = node.branches().get(i);
      boolean last = i == node.branches().size() - 1;
      lines.add(indent + (last ? "└─ " : "├─ ") + line(branch));
      branches(branch.target(), indent + (last ? "   " : "│  "));
    }
  }

  private static String line(Branch branch) {
    String setting = branch.setting().isEmpty() ? "" : branch.setting() + ": ";
    String health = branch.health().isEmpty() ? "" : " [" + branch.health() + "]";
    return setting + branch.target().text() + health;
  }

  /**
   * A flowchart.
   *
   * @see <a href="https://mermaid.js.org/syntax/flowchart.html">Flowcharts</a>
   */
  public static List<String> mermaid(List<Node> roots) {
    GraphText text = new GraphText();
    text.lines.add("flowchart LR");
    roots.forEach(text::mermaid);
    return text.lines;
  }

  private int mermaid(Node node) {
    int id = nodes++;
    lines.add("  n" + id + "[\"" + entities(node.text()) + "\"]");
    for (Branch branch : node.branches()) {
      int below = mermaid(branch.target());
      String label = edge(branch);
      lines.add(
          "  n"
              + id
              + (label.isEmpty() ? " --> " : " -->|\"" + entities(label) + "\"| ")
              + "n"
              + below);
    }
    return id;
  }

  /** Mermaid reads {@code #34;} as the character with that number. */
  private static String entities(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || " .,:'-_()%".indexOf(c) >= 0) {
                escaped.appendCodePoint(c);
              } else {
                escaped.append('#').append(c).append(';');
              }
            });
    return escaped.toString();
  }

  /**
   * A directed graph.
   *
   * @see <a href="https://graphviz.org/doc/info/lang.html">The DOT language</a>
   */
  public static List<String> dot(List<Node> roots) {
    GraphText text = new GraphText();
    text.lines.add("digraph {");
    text.lines.add("  rankdir=LR");
    text.lines.add("  node [shape=box]");
    roots.forEach(text::dot);
    text.lines.add("}");
    return text.lines;
  }

  private int dot(Node node) {
    int id = nodes++;
    lines.add("  n" + id + " [label=" + quoted(node.text()) + "]");
    for (Branch branch : node.branches()) {
      int below = dot(branch.target());
      String label = edge(branch);
      String attribute = label.isEmpty() ? "" : " [label=" + quoted(label) + "]";
      lines.add("  n" + id + " -> n" + below + attribute);
    }
    return id;
  }

  private static String quoted(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String edge(Branch branch) {
    List<String> parts = new ArrayList<>();
    for (String part : List.of(branch.setting(), branch.health())) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return String.join(", ", parts);
  }
}
