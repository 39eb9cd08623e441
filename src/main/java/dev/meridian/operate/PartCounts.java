package dev.meridian.operate;

import java.util.ArrayList;
import java.util.List;

/** How many parts of each kind a deployment has, such as {@code 18 record sets, 1 alarm}. */
final class PartCounts {
  private final List<String> texts = new ArrayList<>();

  /** Adds a kind, also if there is none of it. */
  PartCounts with(int number, String noun) {
    texts.add(number + " " + noun + (number == 1 ? "" : "s"));
    return this;
  }

  /** Adds a kind if there is one of it. */
  PartCounts withAny(int number, String noun) {
    return number == 0 ? this : with(number, noun);
  }

  /** Adds a text that has a number. */
  PartCounts with(String text) {
    texts.add(text);
    return this;
  }

  @Override
  public String toString() {
    return String.join(", ", texts);
  }
}
