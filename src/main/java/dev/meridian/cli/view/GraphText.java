package dev.meridian.cli.view;

import dev.meridian.cli.view.PolicyGraph.Branch;
import dev.meridian.cli.view.PolicyGraph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/** Trees of policies as text, for Mermaid, and for Graphviz. */
public final class GraphText {
  private static final String ARROW = " -> ";

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
    roots.forEach(root -> text.add(root, GraphText::mermaidNode, GraphText::mermaidEdge));
    return text.lines;
  }

  private static String mermaidNode(String id, String text) {
    return id + "[\"" + entities(text) + "\"]";
  }

  private static String mermaidEdge(String edge, String label) {
    String arrow = label.isEmpty() ? " --> " : " -->|\"" + entities(label) + "\"| ";
    return edge.replace(ARROW, arrow);
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
    roots.forEach(root -> text.add(root, GraphText::dotNode, GraphText::dotEdge));
    text.lines.add("}");
    return text.lines;
  }

  private static String dotNode(String id, String text) {
    return id + " [label=" + quoted(text) + "]";
  }

  private static String dotEdge(String edge, String label) {
    return edge + (label.isEmpty() ? "" : " [label=" + quoted(label) + "]");
  }

  private static String quoted(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /**
   * Adds a node, and below it the nodes and edges of its branches.
   *
   * @param node makes a line of an ID and a text
   * @param edge makes a line of an edge, such as {@code n0 -> n1}, and its label
   * @return the ID
   */
  private String add(Node tree, BinaryOperator<String> node, BinaryOperator<String> edge) {
    String id = "n" + nodes++;
    lines.add("  " + node.apply(id, tree.text()));
    for (Branch branch : tree.branches()) {
      String below = add(branch.target(), node, edge);
      lines.add("  " + edge.apply(id + ARROW + below, label(branch)));
    }
    return id;
  }

  private static String label(Branch branch) {
    List<String> parts = new ArrayList<>();
    for (String part : List.of(branch.setting(), branch.health())) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return String.join(", ", parts);
  }
}
