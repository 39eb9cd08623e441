package dev.meridian.resolve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a question comes in: the group that answers it, or the ending if there is none.
 *
 * @param rules how the question came there, if not by its own name and type
 */
record Entry(@Nullable Group group, Ending ending, List<Rule> rules) {

  static Entry at(Group group, List<Rule> rules) {
    return new Entry(group, new Ending.NoData(), rules);
  }

  static Entry ended(Ending ending, Rule rule) {
    return new Entry(null, ending, List.of(rule));
  }
}
