package dev.meridian.declaration.reader.state;

import dev.meridian.declaration.yaml.YamlNode.Pair;
import java.util.Map;

/** Refuses credentials, because declarations end up in Terraform files and in Git. */
final class StateSecrets {

  /** A key, in which - and _ are the same, and where its value belongs. */
  private static final Map<String, String> PLACES =
      Map.ofEntries(
          Map.entry("access_key", "set AWS_ACCESS_KEY_ID, or use a profile"),
          Map.entry("secret_key", "set AWS_SECRET_ACCESS_KEY, or use a profile"),
          Map.entry("token", "set it in the environment: AWS_SESSION_TOKEN or TF_TOKEN_…"),
          Map.entry("sse_customer_key", "set AWS_SSE_CUSTOMER_KEY"),
          Map.entry("web_identity_token", "set AWS_WEB_IDENTITY_TOKEN_FILE"),
          Map.entry("credentials", "set GOOGLE_APPLICATION_CREDENTIALS"),
          Map.entry("access_token", "set GOOGLE_OAUTH_ACCESS_TOKEN"),
          Map.entry("encryption_key", "set GOOGLE_ENCRYPTION_KEY"),
          Map.entry("sas_token", "set ARM_SAS_TOKEN"),
          Map.entry("client_secret", "set ARM_CLIENT_SECRET"),
          Map.entry("username", "set TF_HTTP_USERNAME"),
          Map.entry("password", "set TF_HTTP_PASSWORD"),
          Map.entry("conn_str", "set PG_CONN_STR"));

  private StateSecrets() {}

  /** Reports {@code pair} if it is a credential. Returns whether it is one. */
  static boolean report(Pair pair) {
    String place = PLACES.get(pair.name().replace('-', '_'));
    if (place != null) {
      pair.key().report("credentials do not belong in this file", place);
    }
    return place != null;
  }
}
