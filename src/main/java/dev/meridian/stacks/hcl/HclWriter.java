package dev.meridian.stacks.hcl;

import dev.meridian.stacks.hcl.HclBlock.Attribute;
import dev.meridian.stacks.hcl.HclBlock.Block;
import dev.meridian.stacks.hcl.HclBlock.Expression;
import dev.meridian.stacks.hcl.HclBlock.Item;
import dev.meridian.stacks.hcl.HclBlock.ListOf;
import dev.meridian.stacks.hcl.HclBlock.ObjectOf;
import dev.meridian.stacks.hcl.HclBlock.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes HCL as {@code terraform fmt} does: two spaces per level, and aligned equals signs for
 * arguments on consecutive lines, unless a value spans lines.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/style">Terraform style guide</a>
 */
final class HclWriter {
  private static final int MAX_COLUMN = 100;

  private final StringBuilder out = new StringBuilder();

  private HclWriter() {}

  static String write(List<Item> file) {
    HclWriter writer = new HclWriter();
    writer.items(file, "");
    return writer.out.toString();
  }

  private void items(List<Item> items, String indent) {
    Body body = new Body(indent);
    items.forEach(item -> item.accept(body));
    body.writeAttributes();
  }

  /** Writes the items of one body. Attributes wait until the next block, to be aligned. */
  private final class Body implements Item.Cases<Item> {
    private final String indent;
    private final List<Attribute> waiting = new ArrayList<>();
    private boolean first = true;
    private boolean afterBlock;

    Body(String indent) {
      this.indent = indent;
    }

    @Override
    public Item attribute(Attribute attribute) {
      out.append(afterBlock ? "\n" : "");
      waiting.add(attribute);
      first = false;
      afterBlock = false;
      return attribute;
    }

    @Override
    public Item block(Block block) {
      writeAttributes();
      out.append(first ? "" : "\n");
      HclWriter.this.block(block, indent);
      first = false;
      afterBlock = true;
      return block;
    }

    private void writeAttributes() {
      attributes(waiting, indent);
      waiting.clear();
    }
  }

  private void block(Block block, String indent) {
    out.append(indent).append(block.type()).append(' ');
    block.labels().forEach(label -> out.append(label).append(' '));
    if (block.body().isEmpty()) {
      out.append("{}\n");
      return;
    }
    out.append("{\n");
    items(block.body(), indent + "  ");
    out.append(indent).append("}\n");
  }

  private void attributes(List<Attribute> attributes, String indent) {
    List<String> values = new ArrayList<>();
    attributes.forEach(a -> values.add(expression(a.value(), indent, a.name().length() + 3)));
    for (int start = 0; start < values.size(); ) {
      int end = start;
      int widest = 0;
      while (end < values.size() && (end == start || isAligned(values, end - 1, end))) {
        String name = attributes.get(end).name();
        widest = Math.max(widest, name.codePointCount(0, name.length()));
        end++;
      }
      for (; start < end; start++) {
        attribute(attributes.get(start).name(), values.get(start), indent, widest);
      }
    }
  }

  private static boolean isAligned(List<String> values, int above, int below) {
    return values.get(above).indexOf('\n') < 0 && values.get(below).indexOf('\n') < 0;
  }

  private void attribute(String name, String value, String indent, int widest) {
    int padding = widest - name.codePointCount(0, name.length());
    out.append(indent).append(name).append(" ".repeat(padding));
    out.append(" = ").append(value).append('\n');
  }

  private static String expression(Expression expression, String indent, int column) {
    return expression.accept(
        new Expression.Cases<>() {
          @Override
          public String scalar(Scalar scalar) {
            // Only a call with a heredoc spans lines, and its closing parenthesis is the last one.
            String text = scalar.text();
            return text.endsWith("\n)")
                ? text.substring(0, text.length() - 1) + indent + ")"
                : text;
          }

          @Override
          public String list(ListOf list) {
            return HclWriter.list(list, indent, column);
          }

          @Override
          public String object(ObjectOf object) {
            return HclWriter.object(object, indent);
          }
        });
  }

  private static String list(ListOf list, String indent, int column) {
    String deeper = indent + "  ";
    List<String> items = list.items().stream().map(i -> expression(i, deeper, 0)).toList();
    String oneLine = "[" + String.join(", ", items) + "]";
    boolean fits = indent.length() + column + oneLine.length() <= MAX_COLUMN;
    if (fits && oneLine.indexOf('\n') < 0) {
      return oneLine;
    }
    return items.stream()
        .map(i -> deeper + i + ",\n")
        .collect(Collectors.joining("", "[\n", indent + "]"));
  }

  private static String object(ObjectOf object, String indent) {
    if (object.entries().isEmpty()) {
      return "{}";
    }
    HclWriter inner = new HclWriter();
    inner.attributes(object.entries(), indent + "  ");
    return "{\n" + inner.out + indent + "}";
  }
}
