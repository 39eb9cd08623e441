package dev.meridian.declaration.reader;

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

/** Reads {@code state}: this file's own backend, or where a foreign state is. */
final class StateBackendReader {

  /** The backends, each with its keys in both uses. */
  enum Backend {
    LOCAL(AllowedKeys.STATE_LOCAL, AllowedKeys.FOREIGN_LOCAL),
    S3(AllowedKeys.STATE_S3, AllowedKeys.FOREIGN_S3),
    CLOUD(AllowedKeys.STATE_CLOUD, AllowedKeys.FOREIGN_CLOUD),
    REMOTE(AllowedKeys.STATE_REMOTE, AllowedKeys.FOREIGN_REMOTE),
    GCS(AllowedKeys.STATE_GCS, AllowedKeys.FOREIGN_GCS),
    AZURERM(AllowedKeys.STATE_AZURERM, AllowedKeys.FOREIGN_AZURERM),
    HTTP(AllowedKeys.STATE_HTTP, AllowedKeys.FOREIGN_HTTP),
    PG(AllowedKeys.STATE_PG, AllowedKeys.FOREIGN_PG);

    static final List<String> WORDS = Arrays.stream(values()).map(Backend::word).toList();

    private final AllowedKeys own;
    private final AllowedKeys foreign;

    Backend(AllowedKeys own, AllowedKeys foreign) {
      this.own = own;
      this.foreign = foreign;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private StateBackendReader() {}

  static Optional<StateBackend> own(YamlNode state) {
    return backend(state).flatMap(backend -> own(state, backend));
  }

  private static Optional<StateBackend> own(YamlNode state, Backend backend) {
    return state
        .section(backend.own, StateSecrets::tell)
        .flatMap(section -> StackBackendReader.read(backend, section));
  }

  static Optional<Location.State> foreign(YamlNode state, Outputs outputs) {
    return backend(state).flatMap(backend -> foreign(state, backend, outputs));
  }

  private static Optional<Location.State> foreign(
      YamlNode state, Backend backend, Outputs outputs) {
    return state
        .section(backend.foreign, StateSecrets::tell)
        .flatMap(section -> RemoteStateReader.read(backend, section, outputs));
  }

  private static Optional<Backend> backend(YamlNode state) {
    if (!state.isMapping()) {
      return state.wrong("a mapping", "write {backend: local}");
    }
    Optional<YamlNode> word = state.peek("backend");
    if (word.isEmpty()) {
      return state.refuse(
          "backend is missing", "write backend: and one of " + String.join(", ", Backend.WORDS));
    }
    return Suggestions.read(
        word.get(), Backend.values(), Backend::word, "there is no backend \"%s\"");
  }
}
