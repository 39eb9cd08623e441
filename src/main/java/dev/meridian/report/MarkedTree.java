package dev.meridian.report;

import java.util.List;

/**
 * A group of record sets in one of two versions, or what a record set answers with.
 *
 * @param branches one per record set of a group; empty for an answer
 */
public record MarkedTree(String text, List<Branch> branches) {
  public MarkedTree {
    branches = List.copyOf(branches);
  }

  /** Whether a record set at any depth differs from the other version. */
  public boolean differs() {
    return branches.stream().anyMatch(b -> b.mark() != Mark.SAME || b.target().differs());
  }

  /**
   * A record set.
   *
   * @param setting of its policy; empty for a simple policy
   * @param details its TTL, and what decides whether it is healthy; empty if there are none
   * @param changed the parts that differ, such as {@code TTL, target}; only if it is changed
   */
  public record Branch(
      String setting, String details, Mark mark, String changed, MarkedTree target) {

    /** The mark in words, such as {@code changed: TTL}. */
    public String words() {
      return mark.word() + (changed.isEmpty() ? "" : ": " + changed);
    }
  }
}
