package dev.meridian.declaration.reader.state;

import dev.meridian.declaration.StateBackend;
import dev.meridian.declaration.value.HostNameReader;
import dev.meridian.declaration.value.RegionCodeReader;
import dev.meridian.declaration.yaml.Suggestions;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the fields that a deployment's own state and the states of other teams share. */
final class BackendFields {
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  /**
   * The arguments of the s3 backend that are single values and not secrets. Terraform 1.6 to 1.11
   * support all of them.
   *
   * @see <a href="https://developer.hashicorp.com/terraform/language/backend/s3">Backend s3</a>
   */
  private static final SortedSet<String> OPTIONS =
      new TreeSet<>(
          Set.of(
              "acl",
              "custom_ca_bundle",
              "dynamodb_table",
              "ec2_metadata_service_endpoint",
              "ec2_metadata_service_endpoint_mode",
              "http_proxy",
              "https_proxy",
              "insecure",
              "kms_key_id",
              "max_retries",
              "no_proxy",
              "profile",
              "retry_mode",
              "skip_credentials_validation",
              "skip_metadata_api_check",
              "skip_region_validation",
              "skip_requesting_account_id",
              "skip_s3_checksum",
              "sts_region",
              "use_dualstack_endpoint",
              "use_fips_endpoint",
              "use_path_style"));

  private static final Set<String> SET_BY_US =
      Set.of("bucket", "encrypt", "key", "region", "use_lockfile", "workspace_key_prefix");
  private static final String ANY_REGION = "skip_region_validation";

  private BackendFields() {}

  static String directory(YamlMapping state) {
    Optional<YamlNode> value = state.get("directory");
    String directory = value.flatMap(v -> v.text().filter(text -> isRelative(v, text))).orElse(".");
    return directory.replaceFirst("/+$", "");
  }

  static boolean isRelative(YamlNode value, String path) {
    if (path.startsWith("/") || path.startsWith("~") || path.matches("[A-Za-z]:.*")) {
      value.report(
          "the path " + path + " works on one machine only",
          "write it relative to the folder that contains cdktf.out");
      return false;
    }
    return true;
  }

  static Optional<StateBackend.S3> s3(YamlMapping state, String prefix) {
    SortedMap<String, String> options = options(state);
    Optional<String> bucket =
        state
            .require("bucket", "acme-terraform-states")
            .flatMap(value -> value.text().filter(text -> isBucket(value, text)));
    Optional<String> region =
        state
            .require("region", "eu-central-1")
            .flatMap(
                value ->
                    options.containsKey(ANY_REGION) ? value.text() : RegionCodeReader.read(value));
    return bucket.flatMap(b -> region.map(r -> new StateBackend.S3(b, r, prefix, options)));
  }

  private static boolean isBucket(YamlNode value, String text) {
    if (!BUCKET.matcher(text).matches()) {
      value.report(
          "\"" + text + "\" is not the name of an S3 bucket",
          "use 3 to 63 characters: a-z, 0-9, . and -; without s3://");
    }
    return BUCKET.matcher(text).matches();
  }

  private static SortedMap<String, String> options(YamlMapping state) {
    SortedMap<String, String> options = new TreeMap<>();
    Optional<YamlNode> value = state.get("options");
    for (Pair pair : value.map(YamlNode::pairs).orElse(List.of())) {
      if (StateSecrets.report(pair)) {
        continue;
      }
      if (SET_BY_US.contains(pair.name())) {
        pair.key().report("Meridian sets " + pair.name() + " itself", "remove it from options");
      } else if (!OPTIONS.contains(pair.name())) {
        pair.key()
            .report(
                "this is not a single-value argument of Terraform's s3 backend",
                Suggestions.of(pair.name(), OPTIONS));
      }
      pair.value().text().ifPresent(text -> options.put(pair.name(), text));
    }
    return options;
  }

  static Optional<String> organization(YamlMapping state) {
    return state.requiredText("organization", "acme");
  }

  static String hostname(YamlMapping state) {
    return state.get("hostname").flatMap(HostNameReader::read).orElse("app.terraform.io");
  }

  static Optional<StateBackend.Azurerm> azurerm(YamlMapping state, String prefix) {
    Optional<String> group = state.requiredText("resource-group", "terraform");
    Optional<String> account = state.requiredText("storage-account", "acmestates");
    Optional<String> container = state.requiredText("container", "tfstate");
    return group.flatMap(
        g -> account.flatMap(a -> container.map(c -> new StateBackend.Azurerm(g, a, c, prefix))));
  }

  /** The {@code address} of an HTTP backend. */
  static Optional<String> url(YamlMapping state) {
    Optional<YamlNode> value = state.require("address", "https://states.example.com/meridian");
    return value.flatMap(v -> v.text().flatMap(text -> url(v, text)));
  }

  private static Optional<String> url(YamlNode value, String text) {
    try {
      URI uri = new URI(text);
      if (uri.getRawUserInfo() != null) {
        return value.refuse(
            "credentials do not belong in this file", "set TF_HTTP_USERNAME and TF_HTTP_PASSWORD");
      }
      if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
        return value.refuse(
            "the address cannot have a query (?) or a fragment (#), because Meridian appends the"
                + " stack's name to it; and credentials do not belong in this file",
            "remove everything after the path");
      }
      if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
        return Optional.of(text);
      }
    } catch (URISyntaxException e) {
      // reported below
    }
    return value.refuse(
        "\"" + text + "\" is not an http(s) URL", "write https://states.example.com/meridian");
  }
}
