package dev.meridian.declaration.reader.state;

import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.declaration.EndpointDeclaration.Outputs;
import dev.meridian.declaration.StateBackend;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.Suggestions;
import dev.meridian.declaration.yaml.YamlNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code state}: this file's own backend, or where another team's state is. */
public final class StateBackendReader {

  /** The backends, with the keys for both uses. */
  enum Backend {
    LOCAL(AllowedKeys.STATE_LOCAL, AllowedKeys.FOREIGN_LOCAL),
    S3(AllowedKeys.STATE_S3, AllowedKeys.FOREIGN_S3),
    CLOUD(AllowedKeys.STATE_CLOUD, AllowedKeys.FOREIGN_CLOUD),
    REMOTE(AllowedKeys.STATE_REMOTE, AllowedKeys.FOREIGN_REMOTE),
    GCS(AllowedKeys.STATE_GCS, AllowedKeys.FOREIGN_GCS),
    AZURERM(AllowedKeys.STATE_AZURERM, AllowedKeys.FOREIGN_AZURERM),
    HTTP(AllowedKeys.STATE_HTTP, AllowedKeys.FOREIGN_HTTP),
    PG(AllowedKeys.STATE_PG, AllowedKeys.FOREIGN_PG);

    static final List<String> KEYWORDS = Arrays.stream(values()).map(Backend::keyword).toList();

    private final AllowedKeys own;
    private final AllowedKeys foreign;

    Backend(AllowedKeys own, AllowedKeys foreign) {
      this.own = own;
      this.foreign = foreign;
    }

    String keyword() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private StateBackendReader() {}

  public static Optional<StateBackend> own(YamlNode state) {
    return backend(state).flatMap(backend -> own(state, backend));
  }

  private static Optional<StateBackend> own(YamlNode state, Backend backend) {
    return state
        .mapping(backend.own, StateSecrets::report)
        .flatMap(mapping -> StackBackendReader.read(backend, mapping));
  }

  public static Optional<Location.State> foreign(YamlNode state, Outputs outputs) {
    return backend(state).flatMap(backend -> foreign(state, backend, outputs));
  }

  private static Optional<Location.State> foreign(
      YamlNode state, Backend backend, Outputs outputs) {
    return state
        .mapping(backend.foreign, StateSecrets::report)
        .flatMap(mapping -> RemoteStateReader.read(backend, mapping, outputs));
  }

  private static Optional<Backend> backend(YamlNode state) {
    if (!state.isMapping()) {
      return state.wrong("a mapping", "write {backend: local}");
    }
    Optional<YamlNode> name = state.peek("backend");
    if (name.isEmpty()) {
      return state.refuse(
          "backend is missing", "write backend: and one of " + String.join(", ", Backend.KEYWORDS));
    }
    return Suggestions.read(
        name.get(), Backend.values(), Backend::keyword, "there is no backend \"%s\"");
  }
}
