package dev.meridian.config;

import dev.meridian.config.EndpointDeclaration.Location;
import dev.meridian.config.EndpointDeclaration.Outputs;
import dev.meridian.config.StateReader.Backend;
import java.util.Optional;

/** Reads which state of somebody else's holds an endpoint; its name is exact, without a prefix. */
final class ForeignState {

  private ForeignState() {}

  static Optional<Location.State> read(Backend backend, Section state, Outputs outputs) {
    Optional<String> name = name(backend, state);
    Optional<StateBackend> place = backend(backend, state);
    return name.flatMap(n -> place.map(b -> new Location.State(b, n, outputs)));
  }

  private static Optional<String> name(Backend backend, Section state) {
    return switch (backend) {
      case LOCAL ->
          state
              .require("path", "../shop/terraform.tfstate")
              .flatMap(path -> path.text().filter(text -> StatePlaces.isRelative(path, text)));
      case S3, AZURERM -> state.requiredText("key", "shop.tfstate");
      case CLOUD, REMOTE -> state.requiredText("workspace", "shop");
      case GCS -> state.requiredText("prefix", "shop");
      case HTTP -> StatePlaces.url(state);
      case PG -> state.requiredText("schema", "shop");
    };
  }

  private static Optional<StateBackend> backend(Backend backend, Section state) {
    return switch (backend) {
      case LOCAL -> Optional.of(new StateBackend.Local("."));
      case S3 -> StatePlaces.s3(state, "").map(s3 -> s3);
      case CLOUD ->
          StatePlaces.organization(state)
              .map(o -> new StateBackend.Cloud(StatePlaces.hostname(state), o, ""));
      case REMOTE ->
          StatePlaces.organization(state)
              .map(o -> new StateBackend.Remote(StatePlaces.hostname(state), o, ""));
      case GCS ->
          state
              .requiredText("bucket", "acme-terraform-states")
              .map(bucket -> new StateBackend.Gcs(bucket, ""));
      case AZURERM -> StatePlaces.azurerm(state, "").map(a -> a);
      case HTTP -> StatePlaces.url(state).map(url -> new StateBackend.Http(url, false));
      case PG -> Optional.of(new StateBackend.Pg(""));
    };
  }
}
