package dev.meridian.cli.view.change;

import dev.meridian.cli.view.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a change would do to live answers.
 *
 * @param kind such as {@code change-guard}
 * @param subject the zone, record set, or resource that it is about
 * @param words what happens, as a sentence without a capital letter and a full stop
 * @param fix what to do about it, likewise
 * @param forced whether the user allows it, so that the command does not fail
 */
public record Notice(String kind, String subject, String words, String fix, boolean forced) {

  /** For people: the kind and the subject, and the rest below. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(kind + ": " + subject + (forced ? " (allowed by --force)" : ""));
    lines.add("  " + words);
    lines.add("  fix: " + fix);
    return lines;
  }

  Map<String, @Nullable Object> json() {
    return new JsonObject()
        .with("kind", kind)
        .with("subject", subject)
        .with("words", words)
        .with("fix", fix)
        .with("forced", forced)
        .map();
  }
}
