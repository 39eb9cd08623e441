package dev.meridian.importing;

import java.util.List;

/** What checks the records of one branch. */
sealed interface Guard {
  /** Nothing does. */
  record None() implements Guard {}

  /** One health check, whatever the branch's addresses are. */
  record One(String id) implements Guard {}

  /**
   * A check for each address, all of one form.
   *
   * @param ids in the order of the addresses
   */
  record Each(List<String> ids) implements Guard {
    public Each {
      ids = List.copyOf(ids);
    }
  }
}
