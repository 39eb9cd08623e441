package dev.meridian.cli.view;

import dev.meridian.resolve.NotKnown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The answers that are not known because something could not be read, as text and JSON. */
public final class NotKnownText {
  private NotKnownText() {}

  /** The reason why one answer is not known. */
  public static String line(Collection<String> unread) {
    return "not known, because "
        + String.join(", ", unread)
        + " could not be fully read; see the warnings";
  }

  /**
   * A line for each answer, and one for what other answers might depend on; empty if everything is
   * known.
   */
  public static List<String> lines(NotKnown notKnown) {
    List<String> lines = new ArrayList<>();
    SortedSet<String> rest = new TreeSet<>(notKnown.unread());
    for (NotKnown.Answer answer : notKnown.answers()) {
      lines.add(answer.question() + ": " + line(answer.unread()));
      rest.removeAll(answer.unread());
    }
    if (!rest.isEmpty()) {
      lines.add("Other names: " + line(rest));
    }
    return lines;
  }

  /** Adds {@code not-known} and {@code unread}. */
  public static JsonObject json(JsonObject json, NotKnown notKnown) {
    return json.with("not-known", notKnown.answers().stream().map(NotKnownText::json).toList())
        .with("unread", List.copyOf(notKnown.unread()));
  }

  private static Map<String, @Nullable Object> json(NotKnown.Answer answer) {
    return new JsonObject()
        .with("name", answer.question().name().text())
        .with("type", answer.question().type().name())
        .with("unread", List.copyOf(answer.unread()))
        .map();
  }
}
