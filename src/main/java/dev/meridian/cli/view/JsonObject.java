package dev.meridian.cli.view;

import dev.meridian.diagnostic.Origin;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds a JSON object; members keep their order. */
public final class JsonObject {
  private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

  public JsonObject with(String name, @Nullable Object value) {
    members.put(name, value);
    return this;
  }

  /** Adds {@code at}, {@code file:line:column}, and {@code path}; both null if it is not known. */
  public JsonObject withOrigin(Optional<Origin> origin) {
    return with("at", origin.map(found -> found.at().toString()).orElse(null))
        .with("path", origin.map(found -> found.path().text()).orElse(null));
  }

  public Map<String, @Nullable Object> map() {
    return members;
  }
}
