package dev.meridian.stacks;

import dev.meridian.model.DnsName;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A place for a text.
 *
 * @param section where in the file
 * @param snippet one entry of that section, with {@code %1$s} for the text and {@code %2$d} for a
 *     number of its own
 * @param whole makes what the field wants of an odd text
 * @param written what the stacks hold for a text
 */
record OddField(
    String section, String snippet, UnaryOperator<String> whole, UnaryOperator<String> written) {
  private static final String STACK = "shop-test-dns";
  private static final String CHECK = "c%2$d: {protocol: HTTP, host: www.example.org, ";
  private static final String ARN = "arn:aws:route53-recovery-control::1:";

  static final List<OddField> FIELDS =
      List.of(
          of("health-checks", CHECK + "search: %1$s}"),
          of("health-checks", CHECK + "path: %1$s}", t -> t.startsWith("/") ? t : "/" + t),
          of("health-checks", "c%2$d: {protocol: HTTP, host: %1$s}", OddField::dns),
          of("health-checks", "c%2$d: {cloudwatch-metric: {alarm: %1$s, region: us-east-1}}"),
          within("health-checks", "c%2$d: {recovery-control: %1$s}", ARN, ""),
          of("tags", "%1$s: tag%2$d"),
          of("tags", "Tag%2$d: %1$s"),
          of("names", "%1$s: {simple: rack}", t -> dns(t + ".example.com")),
          of("names", "%1$s: {simple: rack}"),
          new OddField(
              "endpoints",
              "e%2$d: {alias: {dns-name: %1$s, zone-id: Z0123456789ABC}}",
              text -> text + ".amazonaws.com",
              OddField::dns),
          of("endpoints", "e%2$d: {host: %1$s}", OddField::dns),
          within("emails", "%1$s", "", "@example.com"));

  static final OddField TARGET_CHECK = within("site", "target-check: {path: %1$s}", "/", "");

  /** Where somebody else's state is. */
  static final List<OddField> STATES =
      List.of(
          of("states", "{backend: local, path: %1$s}", t -> "../../../" + t),
          of("states", "{backend: s3, bucket: states, region: us-east-1, key: %1$s}"),
          of(
              "states",
              "{backend: s3, bucket: states, region: %1$s, key: k, options: {skip_region_validation: 'true'}}"),
          of(
              "states",
              "{backend: s3, bucket: states, region: us-east-1, key: k, options: {profile: %1$s}}"),
          of("states", "{backend: cloud, organization: %1$s, workspace: w}"),
          of("states", "{backend: cloud, organization: o, workspace: %1$s}"),
          of(
              "states",
              "{backend: cloud, organization: o, hostname: %1$s, workspace: w}",
              OddField::dns),
          of("states", "{backend: remote, organization: %1$s, workspace: w}"),
          of("states", "{backend: remote, organization: o, workspace: %1$s}"),
          of("states", "{backend: gcs, bucket: %1$s, prefix: p}"),
          of("states", "{backend: gcs, bucket: b, prefix: %1$s}"),
          of(
              "states",
              "{backend: azurerm, resource-group: %1$s, storage-account: a, container: c, key: k}"),
          of(
              "states",
              "{backend: azurerm, resource-group: g, storage-account: %1$s, container: c, key: k}"),
          of(
              "states",
              "{backend: azurerm, resource-group: g, storage-account: a, container: %1$s, key: k}"),
          of(
              "states",
              "{backend: azurerm, resource-group: g, storage-account: a, container: c, key: %1$s}"),
          of("states", "{backend: pg, schema: %1$s}"),
          within("states", "{backend: http, address: %1$s}", "https://example.com/", ""));

  /** Where the stacks' own states are. */
  static final List<OddField> BACKENDS =
      List.of(
          of("state", "{backend: local, directory: %1$s}", OddField::directory),
          of(
              "state",
              "{backend: s3, bucket: states, region: us-east-1, prefix: %1$s}",
              t -> t + STACK + ".tfstate"),
          of(
              "state",
              "{backend: s3, bucket: states, region: %1$s, options: {skip_region_validation: 'true'}}"),
          of("state", "{backend: s3, bucket: states, region: us-east-1, options: {profile: %1$s}}"),
          of("state", "{backend: cloud, organization: %1$s}"),
          of("state", "{backend: cloud, organization: o, workspace-prefix: %1$s}", t -> t + STACK),
          of("state", "{backend: remote, organization: %1$s}"),
          of("state", "{backend: remote, organization: o, workspace-prefix: %1$s}", t -> t + STACK),
          of("state", "{backend: gcs, bucket: %1$s}"),
          of("state", "{backend: gcs, bucket: b, prefix: %1$s}", t -> t + STACK),
          of("state", "{backend: azurerm, resource-group: %1$s, storage-account: a, container: c}"),
          of("state", "{backend: azurerm, resource-group: g, storage-account: %1$s, container: c}"),
          of("state", "{backend: azurerm, resource-group: g, storage-account: a, container: %1$s}"),
          of(
              "state",
              "{backend: azurerm, resource-group: g, storage-account: a, container: c, prefix: %1$s}",
              t -> t + STACK + ".tfstate"),
          of("state", "{backend: pg, schema-prefix: %1$s}", t -> t + STACK),
          new OddField(
              "state",
              "{backend: http, address: %1$s}",
              text -> "https://example.com/" + text,
              text -> text.replaceFirst("/$", "") + "/" + STACK));

  static OddField of(String section, String snippet) {
    return of(section, snippet, text -> text);
  }

  static OddField of(String section, String snippet, UnaryOperator<String> written) {
    return new OddField(section, snippet, text -> text, written);
  }

  static OddField within(String section, String snippet, String before, String after) {
    return new OddField(section, snippet, text -> before + text + after, text -> text);
  }

  private static String dns(String text) {
    return new DnsName(text).text();
  }

  private static String directory(String text) {
    String directory = text.replaceFirst("/+$", "");
    String path = directory.equals(".") ? "" : directory + "/";
    return "../../../" + path + "terraform." + STACK + ".tfstate";
  }
}
