package dev.meridian.config;

import dev.meridian.config.PolicyTree.Branch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads branches that are a list of names, each of which is a branch's label. */
final class ListedBranches {

  private ListedBranches() {}

  /** Reads every text of {@code list} by {@code branch}; doubles are reported. */
  static List<Branch> read(Located list, BiFunction<Located, String, Optional<Branch>> branch) {
    List<Branch> branches = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Located item : list.items()) {
      Optional<String> name = item.text();
      if (name.isPresent() && !seen.add(name.get())) {
        item.problem(name.get() + " stands twice", "remove the double");
      } else {
        name.flatMap(label -> branch.apply(item, label)).ifPresent(branches::add);
      }
    }
    return branches;
  }
}
