package dev.meridian.cli.view;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object in the making; members keep their order. */
public final class JsonObject {
  private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

  public JsonObject with(String name, @Nullable Object value) {
    members.put(name, value);
    return this;
  }

  public Map<String, @Nullable Object> map() {
    return members;
  }
}
