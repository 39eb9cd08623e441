package dev.meridian.declaration.reader;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.StateBackend;
import dev.meridian.declaration.yaml.YamlNode;
import java.nio.charset.StandardCharsets;

/** Each stack of the pg backend has a schema of its own, if PostgreSQL can tell them apart. */
final class PgSchemaCheck {
  /** PostgreSQL cuts longer names, "Identifiers and Key Words" (NAMEDATALEN - 1). */
  private static final int MAX_BYTES = 63;

  private PgSchemaCheck() {}

  static void check(Deployment deployment, YamlNode state) {
    if (!(deployment.state() instanceof StateBackend.Pg pg)) {
      return;
    }
    deployment.stacks().names().stream()
        .map(stack -> pg.schemaPrefix() + stack)
        .filter(schema -> schema.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES)
        .findFirst()
        .ifPresent(
            schema ->
                state.report(
                    "PostgreSQL cuts the schema " + schema + " to " + MAX_BYTES + " bytes",
                    "shorten application, environment or schema-prefix"));
  }
}
