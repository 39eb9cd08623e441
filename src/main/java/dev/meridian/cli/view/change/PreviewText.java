package dev.meridian.cli.view.change;

import dev.meridian.change.Action;
import dev.meridian.cli.view.JsonObject;
import dev.meridian.cli.view.JsonText;
import dev.meridian.preview.Preview;
import dev.meridian.preview.Preview.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What applying a declaration would do, for people and for programs.
 *
 * @param notices what it would do to live answers
 * @param basis sentences that say what the preview rests on
 */
public record PreviewText(Preview preview, List<Notice> notices, List<String> basis) {
  /** Increased for every incompatible change of the JSON. */
  private static final int VERSION = 1;

  private static final Map<Action, String> SIGNS =
      Map.of(
          Action.CREATE, "+",
          Action.UPDATE, "~",
          Action.DELETE, "-",
          Action.DELETE_THEN_CREATE, "-/+",
          Action.CREATE_THEN_DELETE, "+/-",
          Action.FORGET, ".",
          Action.IMPORT, "<=",
          Action.NO_CHANGE, ">");

  public PreviewText {
    notices = List.copyOf(notices);
    basis = List.copyOf(basis);
  }

  /** The counts, a line for each resource that changes, and the notices. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(counts());
    preview.lines().forEach(line -> lines.add("  " + text(line)));
    notices.forEach(notice -> lines.addAll(notice.lines()));
    if (!preview.notCompared().isEmpty()) {
      lines.add(
          "The values of "
              + String.join(", ", preview.notCompared())
              + " are outputs that are known only with the states of the regions. Only the other"
              + " settings are compared.");
    }
    lines.addAll(basis);
    return lines;
  }

  private String counts() {
    String counts =
        preview.counts().entrySet().stream()
            .map(entry -> entry.getValue() + " to " + verb(entry.getKey()))
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "No record set or health check changes." : "Applying it: " + counts;
  }

  private String text(Line line) {
    String from = preview.moved().get(line.address());
    return SIGNS.get(line.action())
        + " "
        + line.address()
        + " ("
        + line.what()
        + ")"
        + (from == null ? "" : ", moved from " + from);
  }

  private static String verb(Action action) {
    return switch (action) {
      case CREATE -> "create";
      case UPDATE -> "update";
      case DELETE -> "delete";
      case DELETE_THEN_CREATE -> "delete and create again";
      case CREATE_THEN_DELETE -> "create again before the old one is deleted";
      case FORGET -> "forget";
      case IMPORT -> "import";
      case NO_CHANGE -> "move";
    };
  }

  /** The JSON that docs/commands.md describes. */
  public String json() {
    return JsonText.of(
        new JsonObject()
            .with("version", VERSION)
            .with("resources", preview.lines().stream().map(this::json).toList())
            .with("findings", notices.stream().map(Notice::json).toList())
            .with("not-compared", preview.notCompared())
            .with("basis", basis)
            .map());
  }

  private Map<String, @Nullable Object> json(Line line) {
    return new JsonObject()
        .with("address", line.address())
        .with("what", line.what())
        .with("action", line.action() == Action.NO_CHANGE ? "move" : line.action().word())
        .with("moved-from", preview.moved().get(line.address()))
        .map();
  }
}
