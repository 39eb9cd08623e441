package dev.meridian.declaration.reader.state;

import dev.meridian.declaration.StateBackend;
import dev.meridian.declaration.value.HostNameReader;
import dev.meridian.declaration.value.RegionCodeReader;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** Reads the fields that a deployment's own state and the states of other teams share. */
final class BackendFields {
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

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
    SortedMap<String, String> options = S3Options.read(state);
    Optional<String> bucket =
        state
            .require("bucket", "acme-terraform-states")
            .flatMap(value -> value.text().filter(text -> isBucket(value, text)));
    Optional<String> region =
        state
            .require("region", "eu-central-1")
            .flatMap(
                value ->
                    S3Options.allowAnyRegion(options)
                        ? value.text()
                        : RegionCodeReader.read(value));
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
