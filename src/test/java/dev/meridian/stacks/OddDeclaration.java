package dev.meridian.stacks;

import dev.meridian.compile.Compiler;
import dev.meridian.testing.RandomCases;
import dev.meridian.testing.ReadDeclaration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

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

  static int backends() {
    return OddField.BACKENDS.size();
  }

  /** The declaration of a seed, with the backend of that number. */
  static OddDeclaration of(long seed, int backend) {
    Random random = RandomCases.random(seed);
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> texts = new ArrayList<>();
    for (OddField field : OddField.FIELDS) {
      add(field, random, sections, texts);
      add(field, random, sections, texts);
    }
    add(OddField.TARGET_CHECK, random, sections, texts);
    for (OddField field : OddField.STATES) {
      add(field, random, sections, texts);
    }
    add(OddField.BACKENDS.get(backend), random, sections, texts);
    return new OddDeclaration(yaml(sections), List.copyOf(texts));
  }

  private static void add(
      OddField field, Random random, Map<String, List<String>> sections, List<String> texts) {
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
    return ReadDeclaration.of(yaml)
        .deployment()
        .filter(read -> Compiler.compile(read).problems().isEmpty())
        .isPresent();
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
