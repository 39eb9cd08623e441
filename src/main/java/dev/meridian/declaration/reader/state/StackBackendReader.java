package dev.meridian.declaration.reader.state;

import dev.meridian.declaration.StateBackend;
import dev.meridian.declaration.reader.state.StateBackendReader.Backend;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import java.util.Optional;

/** Reads the backend that stores the states of this file's stacks. */
final class StackBackendReader {

  private StackBackendReader() {}

  static Optional<StateBackend> read(Backend backend, YamlMapping state) {
    return switch (backend) {
      case LOCAL -> Optional.of(new StateBackend.Local(BackendFields.directory(state)));
      case S3 -> BackendFields.s3(state, prefix(state)).map(s3 -> s3);
      case CLOUD ->
          BackendFields.organization(state)
              .map(
                  o -> new StateBackend.Cloud(BackendFields.hostname(state), o, workspaces(state)));
      case REMOTE ->
          BackendFields.organization(state)
              .map(
                  o ->
                      new StateBackend.Remote(BackendFields.hostname(state), o, workspaces(state)));
      case GCS ->
          state
              .requiredText("bucket", "acme-terraform-states")
              .map(bucket -> new StateBackend.Gcs(bucket, state.text("prefix").orElse("")));
      case AZURERM -> BackendFields.azurerm(state, state.text("prefix").orElse("")).map(a -> a);
      case HTTP ->
          BackendFields.url(state)
              .map(url -> new StateBackend.Http(withoutSlash(url), state.flag("locking", true)));
      case PG -> Optional.of(new StateBackend.Pg(state.text("schema-prefix").orElse("")));
    };
  }

  /** Terraform does not accept S3 keys that begin with a slash. */
  private static String prefix(YamlMapping state) {
    Optional<YamlNode> value = state.get("prefix");
    String prefix = value.flatMap(YamlNode::text).orElse("");
    if (prefix.startsWith("/")) {
      value.get().report("an S3 key cannot begin with /", "write " + prefix.substring(1));
    }
    return prefix;
  }

  private static String workspaces(YamlMapping state) {
    return state.text("workspace-prefix").orElse("");
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
