package dev.meridian.importing;

import java.util.List;

/** What checks the records of one branch. */
sealed interface BranchHealthCheck {
  /** Nothing does. */
  record None() implements BranchHealthCheck {}

  /** One health check, whatever the branch's addresses are. */
  record One(String id) implements BranchHealthCheck {}

  /**
   * A check for each address, all of one form.
   *
   * @param ids in the order of the addresses
   */
  record Each(List<String> ids) implements BranchHealthCheck {
    public Each {
      ids = List.copyOf(ids);
    }
  }
}
