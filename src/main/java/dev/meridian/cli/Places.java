package dev.meridian.cli;

import dev.meridian.resolve.World;
import java.util.List;

/** Codes of places as people read them. */
final class Places {
  private static final int FEW = 5;

  private Places() {}

  /** The first few, which are the most populous, and how many more there are. */
  static String of(List<String> codes) {
    if (codes.size() == everywhere()) {
      return "everybody";
    }
    String few = String.join(", ", codes.subList(0, Math.min(FEW, codes.size())));
    return codes.size() > FEW ? few + " and " + (codes.size() - FEW) + " more" : few;
  }

  private static int everywhere() {
    return World.cells().size();
  }
}
