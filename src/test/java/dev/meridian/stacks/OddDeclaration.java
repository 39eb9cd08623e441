package dev.meridian.stacks;

import dev.meridian.config.Deployment;
import dev.meridian.config.DeploymentReader;
import dev.meridian.model.DnsName;
import dev.meridian.plan.Compiler;
import dev.meridian.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * A declaration whose every text is made of what HCL, CDKTF, JavaScript or YAML could take for
 * something else. A text that the reader refuses for its field is drawn again.
 *
 * @param texts what must be read back from the stacks
 */
record OddDeclaration(String yaml, List<String> texts) {
  private static final int TRIES = 200;
  private static final List<String> FRAGMENTS =
      List.of(
          "${",
          "%{",
          "$",
          "%",
          "{",
          "}",
          "[",
          "]",
          "\"",
          "\\",
          "'",
          "#",
          "//",
          "/*",
          "<<EOF",
          "\n",
          "\nEOF\n",
          "\t",
          "\r",
          " ",
          ",",
          "=",
          ":",
          "~",
          "-",
          "_",
          ".",
          "null",
          "true",
          "${TfToken[TOKEN.1]}",
          "#{TfToken[TOKEN.0]}",
          "&{TfToken[TOKEN.0]}",
          "-1.8881545897087508e+289",
          "1e5",
          "4711",
          "0",
          "file(\"/etc/passwd\")",
          "u0041",
          "\\u0041",
          "é",
          "😀",
          "\u2028",
          "\u200e",
          "\ufeff",
          "\ufffe",
          "__proto__",
          "value",
          "dynamic",
          "constructor",
          "for",
          "a",
          "b");
  private static final List<String> WHOLE =
      List.of(
          "${file(\"/etc/passwd\")}",
          "[\"a\"]",
          "{\"a\": 1}",
          "[beta]",
          "null",
          "true",
          "4711",
          "\"",
          "__proto__",
          "value",
          "dynamic",
          "constructor",
          "//",
          "for",
          "hasOwnProperty",
          "${TfToken[TOKEN.1]}",
          "meridian:from-environment",
          "%{if true}",
          "$${x}",
          "\\");

  /**
   * A place for a text.
   *
   * @param section where in the file
   * @param snippet one entry of that section, with {@code %1$s} for the text and {@code %2$d} for a
   *     number of its own
   * @param whole makes what the field wants of an odd text
   * @param written what the stacks hold for a text
   */
  private record Field(
      String section, String snippet, UnaryOperator<String> whole, UnaryOperator<String> written) {
    static Field of(String section, String snippet) {
      return of(section, snippet, text -> text);
    }

    static Field of(String section, String snippet, UnaryOperator<String> written) {
      return new Field(section, snippet, text -> text, written);
    }

    static Field within(String section, String snippet, String before, String after) {
      return new Field(section, snippet, text -> before + text + after, text -> text);
    }
  }

  private static final String STACK = "shop-test-dns";
  private static final String CHECK = "c%2$d: {protocol: HTTP, host: www.example.org, ";
  private static final String ARN = "arn:aws:route53-recovery-control::1:";

  private static final List<Field> FIELDS =
      List.of(
          Field.of("health-checks", CHECK + "search: %1$s}"),
          Field.of("health-checks", CHECK + "path: %1$s}", t -> t.startsWith("/") ? t : "/" + t),
          Field.of("health-checks", "c%2$d: {protocol: HTTP, host: %1$s}", OddDeclaration::dns),
          Field.of("health-checks", "c%2$d: {cloudwatch-metric: {alarm: %1$s, region: us-east-1}}"),
          Field.within("health-checks", "c%2$d: {recovery-control: %1$s}", ARN, ""),
          Field.of("tags", "%1$s: tag%2$d"),
          Field.of("tags", "Tag%2$d: %1$s"),
          Field.of("names", "%1$s: {simple: rack}", t -> dns(t + ".example.com")),
          Field.of("names", "%1$s: {simple: rack}"),
          new Field(
              "endpoints",
              "e%2$d: {alias: {dns-name: %1$s, zone-id: Z0123456789ABC}}",
              text -> text + ".amazonaws.com",
              OddDeclaration::dns),
          Field.of("endpoints", "e%2$d: {host: %1$s}", OddDeclaration::dns),
          Field.within("emails", "%1$s", "", "@example.com"));

  private static final Field TARGET_CHECK =
      Field.within("site", "target-check: {path: %1$s}", "/", "");

  /** Where somebody else's state is. */
  private static final List<Field> STATES =
      List.of(
          Field.of("states", "{backend: local, path: %1$s}", t -> "../../../" + t),
          Field.of("states", "{backend: s3, bucket: states, region: us-east-1, key: %1$s}"),
          Field.of(
              "states",
              "{backend: s3, bucket: states, region: %1$s, key: k, options: {skip_region_validation: 'true'}}"),
          Field.of(
              "states",
              "{backend: s3, bucket: states, region: us-east-1, key: k, options: {profile: %1$s}}"),
          Field.of("states", "{backend: cloud, organization: %1$s, workspace: w}"),
          Field.of("states", "{backend: cloud, organization: o, workspace: %1$s}"),
          Field.of(
              "states",
              "{backend: cloud, organization: o, hostname: %1$s, workspace: w}",
              OddDeclaration::dns),
          Field.of("states", "{backend: remote, organization: %1$s, workspace: w}"),
          Field.of("states", "{backend: remote, organization: o, workspace: %1$s}"),
          Field.of("states", "{backend: gcs, bucket: %1$s, prefix: p}"),
          Field.of("states", "{backend: gcs, bucket: b, prefix: %1$s}"),
          Field.of(
              "states",
              "{backend: azurerm, resource-group: %1$s, storage-account: a, container: c, key: k}"),
          Field.of(
              "states",
              "{backend: azurerm, resource-group: g, storage-account: %1$s, container: c, key: k}"),
          Field.of(
              "states",
              "{backend: azurerm, resource-group: g, storage-account: a, container: %1$s, key: k}"),
          Field.of(
              "states",
              "{backend: azurerm, resource-group: g, storage-account: a, container: c, key: %1$s}"),
          Field.of("states", "{backend: pg, schema: %1$s}"),
          Field.within("states", "{backend: http, address: %1$s}", "https://example.com/", ""));

  /** Where the stacks' own states are. */
  private static final List<Field> BACKENDS =
      List.of(
          Field.of("state", "{backend: local, directory: %1$s}", OddDeclaration::directory),
          Field.of(
              "state",
              "{backend: s3, bucket: states, region: us-east-1, prefix: %1$s}",
              t -> t + STACK + ".tfstate"),
          Field.of(
              "state",
              "{backend: s3, bucket: states, region: %1$s, options: {skip_region_validation: 'true'}}"),
          Field.of(
              "state",
              "{backend: s3, bucket: states, region: us-east-1, options: {profile: %1$s}}"),
          Field.of("state", "{backend: cloud, organization: %1$s}"),
          Field.of(
              "state", "{backend: cloud, organization: o, workspace-prefix: %1$s}", t -> t + STACK),
          Field.of("state", "{backend: remote, organization: %1$s}"),
          Field.of(
              "state",
              "{backend: remote, organization: o, workspace-prefix: %1$s}",
              t -> t + STACK),
          Field.of("state", "{backend: gcs, bucket: %1$s}"),
          Field.of("state", "{backend: gcs, bucket: b, prefix: %1$s}", t -> t + STACK),
          Field.of(
              "state",
              "{backend: azurerm, resource-group: %1$s, storage-account: a, container: c}"),
          Field.of(
              "state",
              "{backend: azurerm, resource-group: g, storage-account: %1$s, container: c}"),
          Field.of(
              "state",
              "{backend: azurerm, resource-group: g, storage-account: a, container: %1$s}"),
          Field.of(
              "state",
              "{backend: azurerm, resource-group: g, storage-account: a, container: c, prefix: %1$s}",
              t -> t + STACK + ".tfstate"),
          Field.of("state", "{backend: pg, schema-prefix: %1$s}", t -> t + STACK),
          new Field(
              "state",
              "{backend: http, address: %1$s}",
              text -> "https://example.com/" + text,
              text -> text.replaceFirst("/$", "") + "/" + STACK));

  static int backends() {
    return BACKENDS.size();
  }

  /** The declaration of a seed, with the backend of that number. */
  static OddDeclaration of(long seed, int backend) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> texts = new ArrayList<>();
    for (Field field : FIELDS) {
      add(field, random, sections, texts);
      add(field, random, sections, texts);
    }
    add(TARGET_CHECK, random, sections, texts);
    for (Field field : STATES) {
      add(field, random, sections, texts);
    }
    add(BACKENDS.get(backend), random, sections, texts);
    return new OddDeclaration(yaml(sections), List.copyOf(texts));
  }

  private static void add(
      Field field, Random random, Map<String, List<String>> sections, List<String> texts) {
    List<String> entries = sections.computeIfAbsent(field.section(), name -> new ArrayList<>());
    for (int tries = 0; tries < TRIES; tries++) {
      String text = field.whole().apply(draw(random));
      entries.add(field.snippet().formatted(quoted(text), texts.size()));
      if (isFine(yaml(Map.of(field.section(), entries)))) {
        texts.add(field.written().apply(text));
        return;
      }
      entries.remove(entries.size() - 1);
    }
    throw new AssertionError("no odd text fits " + field.snippet());
  }

  private static String draw(Random random) {
    if (random.nextInt(3) == 0) {
      return WHOLE.get(random.nextInt(WHOLE.size()));
    }
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
    }
    return text.toString();
  }

  private static boolean isFine(String yaml) {
    List<Problem> problems = new ArrayList<>();
    Optional<Deployment> read = new DeploymentReader(problems::add).read("odd", yaml);
    return read.isPresent() && Compiler.compile(read.get()).problems().isEmpty();
  }

  private static String dns(String text) {
    return new DnsName(text).text();
  }

  private static String directory(String text) {
    String directory = text.replaceFirst("/+$", "");
    String path = directory.equals(".") ? "" : directory + "/";
    return "../../../" + path + "terraform." + STACK + ".tfstate";
  }

  /** In double quotes, with YAML's escapes. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              boolean plain = c >= ' ' && c <= '~' && c != '"' && c != '\\';
              quoted.append(plain ? Character.toString(c) : "\\U%08x".formatted(c));
            });
    return quoted.append('"').toString();
  }

  private static String yaml(Map<String, List<String>> sections) {
    List<String> endpoints = new ArrayList<>(sections.getOrDefault("endpoints", List.of()));
    for (String state : sections.getOrDefault("states", List.of())) {
      endpoints.add("s" + endpoints.size() + ": {state: " + state + ", outputs: {host: name}}");
    }
    List<String> names = new ArrayList<>(sections.getOrDefault("names", List.of()));
    for (String endpoint : endpoints) {
      String name = endpoint.substring(0, endpoint.indexOf(':'));
      names.add("n-" + name + ": {simple: " + name + "}");
    }
    endpoints.add("rack: {addresses: [203.0.113.7]}");
    names.add("www: {simple: rack}");
    return """
        application: shop
        environment: test
        zone: {name: example.com, existing: true}
        regions: [us-east-1]
        state: %s
        site: {%s}
        alerts: {email: [%s]}
        tags: {%s}
        health-checks: {%s}
        endpoints: {%s}
        names: {%s}
        """
        .formatted(
            String.join("", sections.getOrDefault("state", List.of("{backend: local}"))),
            joined(sections, "site"),
            joined(sections, "emails"),
            joined(sections, "tags"),
            joined(sections, "health-checks"),
            String.join(", ", endpoints),
            String.join(", ", names));
  }

  private static String joined(Map<String, List<String>> sections, String name) {
    return String.join(", ", sections.getOrDefault(name, List.of()));
  }
}
