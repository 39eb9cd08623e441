package dev.meridian.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object in the making; members keep their order. */
final class JsonObject {
  private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

  JsonObject with(String name, @Nullable Object value) {
    members.put(name, value);
    return this;
  }

  Map<String, @Nullable Object> map() {
    return members;
  }
}
