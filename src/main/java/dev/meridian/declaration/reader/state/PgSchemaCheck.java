package dev.meridian.declaration.reader.state;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.StateBackend;
import dev.meridian.declaration.yaml.YamlNode;
import java.nio.charset.StandardCharsets;

/**
 * Each stack with the pg backend has its own schema, so PostgreSQL must not truncate their names.
 */
public final class PgSchemaCheck {
  /**
   * The longest identifier in bytes (NAMEDATALEN - 1).
   *
   * @see <a
   *     href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS">Identifiers
   *     and Key Words</a>
   */
  private static final int MAX_BYTES = 63;

  private PgSchemaCheck() {}

  public static void check(Deployment deployment, YamlNode state) {
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
                    "PostgreSQL truncates the schema name "
                        + schema
                        + " to "
                        + MAX_BYTES
                        + " bytes",
                    "shorten application, environment or schema-prefix"));
  }
}
