package dev.meridian.config;

import dev.meridian.config.StateReader.Backend;
import java.util.Optional;

/** Reads the backend in which this file's stacks keep their states. */
final class OwnState {

  private OwnState() {}

  static Optional<StateBackend> read(Backend backend, Section state) {
    return switch (backend) {
      case LOCAL -> Optional.of(new StateBackend.Local(StatePlaces.directory(state)));
      case S3 -> StatePlaces.s3(state, prefix(state)).map(s3 -> s3);
      case CLOUD ->
          StatePlaces.organization(state)
              .map(o -> new StateBackend.Cloud(StatePlaces.hostname(state), o, workspaces(state)));
      case REMOTE ->
          StatePlaces.organization(state)
              .map(o -> new StateBackend.Remote(StatePlaces.hostname(state), o, workspaces(state)));
      case GCS ->
          state
              .requiredText("bucket", "acme-terraform-states")
              .map(bucket -> new StateBackend.Gcs(bucket, state.text("prefix").orElse("")));
      case AZURERM -> StatePlaces.azurerm(state, state.text("prefix").orElse("")).map(a -> a);
      case HTTP ->
          StatePlaces.url(state)
              .map(url -> new StateBackend.Http(withoutSlash(url), state.flag("locking", true)));
      case PG -> Optional.of(new StateBackend.Pg(state.text("schema-prefix").orElse("")));
    };
  }

  /** Terraform takes no key of S3 that begins with a slash. */
  private static String prefix(Section state) {
    Optional<Located> value = state.get("prefix");
    String prefix = value.flatMap(Located::text).orElse("");
    if (prefix.startsWith("/")) {
      value.get().problem("a key in S3 does not begin with /", "write " + prefix.substring(1));
    }
    return prefix;
  }

  private static String workspaces(Section state) {
    return state.text("workspace-prefix").orElse("");
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
