package dev.meridian.stacks.output;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;

/** The {@code manifest.json} of a folder of stacks, which lists what CDKTF and pipelines deploy. */
public final class StackManifest {
  /** The name of the file in the folder. */
  public static final String FILE = "manifest.json";

  private static final String STACKS = "stacks";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private StackManifest() {}

  /**
   * Adds the stacks of other declarations to a new manifest, in the order of the old one.
   *
   * @param kept whether a stack belongs to another declaration
   */
  public static void keepOthers(Path old, Path fresh, Predicate<String> kept) throws IOException {
    JsonNode before = MAPPER.readTree(Files.readString(old)).path(STACKS);
    JsonNode root = MAPPER.readTree(Files.readString(fresh));
    if (!(root instanceof ObjectNode manifest)
        || !(manifest.path(STACKS) instanceof ObjectNode written)) {
      return;
    }
    ObjectNode all = MAPPER.createObjectNode();
    for (Map.Entry<String, JsonNode> stack : before.properties()) {
      if (written.has(stack.getKey())) {
        all.set(stack.getKey(), written.get(stack.getKey()));
      } else if (kept.test(stack.getKey())) {
        all.set(stack.getKey(), stack.getValue());
      }
    }
    written.properties().forEach(stack -> all.putIfAbsent(stack.getKey(), stack.getValue()));
    manifest.set(STACKS, all);
    Files.writeString(fresh, MAPPER.writer(asCdktfWritesIt()).writeValueAsString(manifest));
  }

  private static DefaultPrettyPrinter asCdktfWritesIt() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""));
    printer.indentObjectsWith(lines);
    printer.indentArraysWith(lines);
    return printer;
  }
}
