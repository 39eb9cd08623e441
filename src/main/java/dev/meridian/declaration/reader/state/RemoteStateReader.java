package dev.meridian.declaration.reader.state;

import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.declaration.EndpointDeclaration.Outputs;
import dev.meridian.declaration.StateBackend;
import dev.meridian.declaration.reader.state.StateBackendReader.Backend;
import dev.meridian.declaration.yaml.YamlMapping;
import java.util.Optional;

/** Reads which state of another team locates an endpoint. Its name is exact, without a prefix. */
final class RemoteStateReader {

  private RemoteStateReader() {}

  static Optional<Location.State> read(Backend backend, YamlMapping state, Outputs outputs) {
    Optional<String> name = name(backend, state);
    Optional<StateBackend> place = backend(backend, state);
    return name.flatMap(n -> place.map(b -> new Location.State(b, n, outputs)));
  }

  private static Optional<String> name(Backend backend, YamlMapping state) {
    return switch (backend) {
      case LOCAL ->
          state
              .require("path", "../shop/terraform.tfstate")
              .flatMap(path -> path.text().filter(text -> BackendFields.isRelative(path, text)));
      case S3, AZURERM -> state.requiredText("key", "shop.tfstate");
      case CLOUD, REMOTE -> state.requiredText("workspace", "shop");
      case GCS -> state.requiredText("prefix", "shop");
      case HTTP -> BackendFields.url(state);
      case PG -> state.requiredText("schema", "shop");
    };
  }

  private static Optional<StateBackend> backend(Backend backend, YamlMapping state) {
    return switch (backend) {
      case LOCAL -> Optional.of(new StateBackend.Local("."));
      case S3 -> BackendFields.s3(state, "").map(s3 -> s3);
      case CLOUD ->
          BackendFields.organization(state)
              .map(o -> new StateBackend.Cloud(BackendFields.hostname(state), o, ""));
      case REMOTE ->
          BackendFields.organization(state)
              .map(o -> new StateBackend.Remote(BackendFields.hostname(state), o, ""));
      case GCS ->
          state
              .requiredText("bucket", "acme-terraform-states")
              .map(bucket -> new StateBackend.Gcs(bucket, ""));
      case AZURERM -> BackendFields.azurerm(state, "").map(a -> a);
      case HTTP -> BackendFields.url(state).map(url -> new StateBackend.Http(url, false));
      case PG -> Optional.of(new StateBackend.Pg(""));
    };
  }
}
