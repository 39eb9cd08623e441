package dev.meridian.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Changes a text document at random: single bytes, parts of the text, whole lines, and indentation.
 *
 * @see Mutations
 */
public final class TextMutations {
  private static final List<String> SNIPPETS =
      List.of(
          "\u0000",
          "\u0007",
          "\u001b[31m",
          "\u202e",
          "\ufeff",
          "\ud83d\ude00",
          "\u2028",
          "\t",
          "\r",
          "\n---\n",
          "\n...\n",
          "%YAML 9.9\n",
          "!!java.net.URL ",
          "!x ",
          "<<: *a",
          "&a ",
          "*a",
          "? ",
          "- ",
          ": ",
          "{",
          "}",
          "[",
          "]",
          "\"",
          "'",
          "#",
          "|\n",
          ">-\n",
          "1e999",
          "-0",
          "0x7fffffffffffffff",
          ".nan",
          "9".repeat(500),
          "[".repeat(200),
          "{a: ".repeat(200),
          "a".repeat(10_000),
          bomb());

  private final Random random;

  public TextMutations(Random random) {
    this.random = random;
  }

  /** Aliases of which each repeats the one before nine times. */
  private static String bomb() {
    StringBuilder bomb = new StringBuilder("\nb0: &b0 [x]\n");
    for (int i = 1; i < 12; i++) {
      String alias = "*b" + (i - 1);
      bomb.append("b" + i + ": &b" + i + " [")
          .append(String.join(", ", Collections.nCopies(9, alias)))
          .append("]\n");
    }
    return bomb.toString();
  }

  /** A changed copy, which is not always valid UTF-8. */
  public byte[] of(String document) {
    String changed = document;
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      changed = random.nextBoolean() ? lines(changed) : text(changed);
    }
    byte[] bytes = changed.getBytes(StandardCharsets.UTF_8);
    return random.nextInt(3) == 0 ? bytes(bytes) : bytes;
  }

  private String lines(String document) {
    List<String> lines = new ArrayList<>(document.lines().toList());
    if (lines.isEmpty()) {
      return document;
    }
    int line = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    switch (random.nextInt(6)) {
      case 0 -> lines.remove(line);
      case 1 -> lines.add(other, lines.get(line));
      case 2 -> Collections.swap(lines, line, other);
      case 3 -> lines.set(line, "  " + lines.get(line));
      case 4 -> lines.set(line, lines.get(line).stripLeading());
      default -> lines.subList(Math.min(line, other), Math.max(line, other)).clear();
    }
    return String.join("\n", lines) + "\n";
  }

  private String text(String document) {
    int at = random.nextInt(document.length() + 1);
    int end = Math.min(document.length(), at + 1 + random.nextInt(8));
    String start = document.substring(0, at);
    return switch (random.nextInt(4)) {
      case 0 -> start; // truncated
      case 1 -> start + document.substring(end);
      case 2 -> start + document.substring(at, end) + document.substring(at);
      default -> start + SNIPPETS.get(random.nextInt(SNIPPETS.size())) + document.substring(at);
    };
  }

  private byte[] bytes(byte[] document) {
    if (document.length == 0) {
      return document;
    }
    byte[] copy = document.clone();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(copy, 1 + random.nextInt(copy.length)) : copy;
  }
}
