package dev.meridian.declaration.reader.state;

import dev.meridian.declaration.yaml.Suggestions;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads {@code options}: further arguments of Terraform's s3 backend. They are single values and
 * not secrets, and Terraform 1.6 to 1.11 support all of them.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/backend/s3">Backend s3</a>
 */
final class S3Options {
  private static final String ANY_REGION = "skip_region_validation";

  private static final Set<String> BOOLEANS =
      Set.of(
          "insecure",
          "skip_credentials_validation",
          "skip_metadata_api_check",
          ANY_REGION,
          "skip_requesting_account_id",
          "skip_s3_checksum",
          "use_dualstack_endpoint",
          "use_fips_endpoint",
          "use_path_style");

  private static final Set<String> PROXIES = Set.of("http_proxy", "https_proxy");
  private static final String METADATA = "ec2_metadata_service_endpoint";

  private static final Map<String, List<String>> CHOICES =
      Map.of(
          "ec2_metadata_service_endpoint_mode",
          List.of("IPv4", "IPv6"),
          "retry_mode",
          List.of("standard", "adaptive"));

  private static final String RETRIES = "max_retries";

  private static final Set<String> TEXTS =
      Set.of(
          "acl",
          "custom_ca_bundle",
          "dynamodb_table",
          "kms_key_id",
          "no_proxy",
          "profile",
          "sts_region");

  private static final SortedSet<String> ALL = all();

  private static final Set<String> SET_BY_US =
      Set.of("bucket", "encrypt", "key", "region", "use_lockfile", "workspace_key_prefix");

  private S3Options() {}

  private static SortedSet<String> all() {
    SortedSet<String> all = new TreeSet<>(TEXTS);
    all.addAll(BOOLEANS);
    all.addAll(PROXIES);
    all.addAll(CHOICES.keySet());
    all.add(METADATA);
    all.add(RETRIES);
    return all;
  }

  static SortedMap<String, String> read(YamlMapping state) {
    SortedMap<String, String> options = new TreeMap<>();
    Optional<YamlNode> value = state.get("options");
    for (Pair pair : value.map(YamlNode::pairs).orElse(List.of())) {
      if (StateSecrets.report(pair)) {
        continue;
      }
      if (SET_BY_US.contains(pair.name())) {
        pair.key().report("Meridian sets " + pair.name() + " itself", "remove it from options");
      } else if (!ALL.contains(pair.name())) {
        pair.key()
            .report(
                "this is not a single-value argument of Terraform's s3 backend",
                Suggestions.of(pair.name(), ALL));
      }
      pair.value()
          .text()
          .flatMap(text -> check(pair.name(), pair.value(), text))
          .ifPresent(text -> options.put(pair.name(), text));
    }
    return options;
  }

  /** Whether the bucket can be in a place that is not a region of AWS. */
  static boolean allowAnyRegion(SortedMap<String, String> options) {
    return "true".equals(options.get(ANY_REGION));
  }

  private static Optional<String> check(String name, YamlNode value, String text) {
    if (BOOLEANS.contains(name) && !Set.of("true", "false").contains(text)) {
      return value.refuse(
          "\"" + text + "\" is neither true nor false", "write \"true\" or \"false\"");
    }
    if (name.equals(RETRIES) && !text.matches("[0-9]{1,4}")) {
      return value.refuse("\"" + text + "\" is not a number of retries", "write \"0\" to \"9999\"");
    }
    List<String> choices = CHOICES.getOrDefault(name, List.of(text));
    if (!choices.contains(text)) {
      return value.refuse(
          "\"" + text + "\" is not a value of " + name, "use " + String.join(" or ", choices));
    }
    return PROXIES.contains(name) || name.equals(METADATA)
        ? url(name, value, text)
        : Optional.of(text);
  }

  /** Never quotes an address with an @, because what is before it can be a password. */
  private static Optional<String> url(String name, YamlNode value, String text) {
    if (text.contains("@")) {
      return value.refuse(
          "credentials do not belong in this file, because it is copied to the stacks",
          PROXIES.contains(name)
              ? "remove " + name + ", and set " + name.toUpperCase(Locale.ROOT)
              : "write only the scheme, host, and port");
    }
    try {
      URI uri = new URI(text);
      if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
        return Optional.of(text);
      }
    } catch (URISyntaxException e) {
      // reported below
    }
    return value.refuse(
        "\"" + text + "\" is not an http(s) URL",
        name.equals(METADATA)
            ? "write http://169.254.169.254"
            : "write http://proxy.example.com:3128");
  }
}
