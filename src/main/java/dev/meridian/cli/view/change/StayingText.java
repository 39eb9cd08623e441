package dev.meridian.cli.view.change;

import dev.meridian.cli.option.Count;
import dev.meridian.cli.view.JsonObject;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RrsetKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The record sets of a zone that stay as they are, because a side of a comparison manages only a
 * part of the zone.
 *
 * @param staying sorted
 * @param unread names and types of others that stay, but could not be read, sorted
 * @param because why they stay, such as {@code because plan.json does not delete}; empty if none do
 * @param basis what that, or a deletion, rests on, as sentences
 */
public record StayingText(
    List<RecordKey> staying, List<RrsetKey> unread, String because, List<String> basis) {
  /** The most record sets to print; JSON has all of them. */
  private static final int MOST = 20;

  public static final StayingText NONE = new StayingText(List.of(), List.of(), "", List.of());

  public StayingText {
    staying = List.copyOf(staying);
    unread = unread.stream().sorted().toList();
    basis = List.copyOf(basis);
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<String> all = new ArrayList<>(staying.stream().map(RecordKey::toString).toList());
    unread.forEach(key -> all.add(key + ", which could not be read"));
    if (!all.isEmpty()) {
      boolean one = all.size() == 1;
      lines.add(
          Count.of(all.size(), "record set")
              + (one ? " stays as it is, " : " stay as they are, ")
              + because
              + (one ? " it:" : " them:"));
      all.stream().limit(MOST).forEach(key -> lines.add("  " + key));
      if (all.size() > MOST) {
        lines.add("  and " + (all.size() - MOST) + " more; --json lists all of them");
      }
    }
    lines.addAll(basis);
    return lines;
  }

  JsonObject json(JsonObject json) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    staying.forEach(key -> all.add(json(key, true)));
    unread.forEach(key -> all.add(json(new RecordKey(key, null), false)));
    return json.with("staying", all).with("basis", basis);
  }

  private static Map<String, @Nullable Object> json(RecordKey key, boolean read) {
    return new JsonObject()
        .with("name", key.group().name().text())
        .with("type", key.group().type().name())
        .with("identifier", key.setIdentifier())
        .with("read", read)
        .map();
  }
}
