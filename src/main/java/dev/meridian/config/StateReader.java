package dev.meridian.config;

import dev.meridian.config.EndpointDeclaration.Location;
import dev.meridian.config.EndpointDeclaration.Outputs;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code state}: this file's own backend, or where a foreign state is. */
final class StateReader {

  /** The backends, each with its keys in both uses. */
  enum Backend {
    LOCAL(Keys.STATE_LOCAL, Keys.FOREIGN_LOCAL),
    S3(Keys.STATE_S3, Keys.FOREIGN_S3),
    CLOUD(Keys.STATE_CLOUD, Keys.FOREIGN_CLOUD),
    REMOTE(Keys.STATE_REMOTE, Keys.FOREIGN_REMOTE),
    GCS(Keys.STATE_GCS, Keys.FOREIGN_GCS),
    AZURERM(Keys.STATE_AZURERM, Keys.FOREIGN_AZURERM),
    HTTP(Keys.STATE_HTTP, Keys.FOREIGN_HTTP),
    PG(Keys.STATE_PG, Keys.FOREIGN_PG);

    static final List<String> WORDS = Arrays.stream(values()).map(Backend::word).toList();

    private final Keys own;
    private final Keys foreign;

    Backend(Keys own, Keys foreign) {
      this.own = own;
      this.foreign = foreign;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private StateReader() {}

  static Optional<StateBackend> own(Located state) {
    return backend(state).flatMap(backend -> own(state, backend));
  }

  private static Optional<StateBackend> own(Located state, Backend backend) {
    return state
        .section(backend.own, StateSecrets::tell)
        .flatMap(section -> OwnState.read(backend, section));
  }

  static Optional<Location.State> foreign(Located state, Outputs outputs) {
    return backend(state).flatMap(backend -> foreign(state, backend, outputs));
  }

  private static Optional<Location.State> foreign(Located state, Backend backend, Outputs outputs) {
    return state
        .section(backend.foreign, StateSecrets::tell)
        .flatMap(section -> ForeignState.read(backend, section, outputs));
  }

  private static Optional<Backend> backend(Located state) {
    if (!state.isMapping()) {
      return state.wrong("a mapping", "write {backend: local}");
    }
    Optional<Located> word = state.peek("backend");
    if (word.isEmpty()) {
      return state.refuse(
          "backend is missing", "write backend: and one of " + String.join(", ", Backend.WORDS));
    }
    return Choice.read(word.get(), Backend.values(), Backend::word, "there is no backend \"%s\"");
  }
}
