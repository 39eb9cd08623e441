package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The backend that {@code terraform init} has set up in a folder. Terraform writes it to {@code
 * .terraform/terraform.tfstate}, also for states that are elsewhere.
 *
 * @param type such as {@code s3}
 * @param settings the arguments that are single values, and the {@code name} in {@code workspaces}
 */
public record InitializedBackend(String type, SortedMap<String, String> settings) {

  public InitializedBackend {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  /**
   * Reads the backend.
   *
   * @param folder the folder of the configuration
   * @return empty if there was no init, or nothing that can be read
   */
  public static Optional<InitializedBackend> in(Path folder) {
    return json(folder.resolve(".terraform").resolve("terraform.tfstate"))
        .map(root -> root.path("backend"))
        .filter(backend -> backend.path("type").isTextual())
        .map(InitializedBackend::of);
  }

  /** The number of resources in a state: 0 if there is no file, and empty if it is unreadable. */
  public static OptionalInt resources(Path state) {
    if (!Files.exists(state, LinkOption.NOFOLLOW_LINKS)) {
      return OptionalInt.of(0);
    }
    return json(state)
        .map(root -> OptionalInt.of(root.path("resources").size()))
        .orElse(OptionalInt.empty());
  }

  private static Optional<JsonNode> json(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Json.parse(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static InitializedBackend of(JsonNode backend) {
    SortedMap<String, String> settings = new TreeMap<>();
    add(backend.path("config"), settings);
    JsonNode workspaces = backend.path("config").path("workspaces");
    add(workspaces.isArray() ? workspaces.path(0) : workspaces, settings);
    return new InitializedBackend(backend.path("type").asText(), settings);
  }

  private static void add(JsonNode object, SortedMap<String, String> settings) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (field.getValue().isValueNode() && !field.getValue().isNull()) {
        settings.put(field.getKey(), field.getValue().asText());
      }
    }
  }
}
