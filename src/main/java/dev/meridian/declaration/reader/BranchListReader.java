package dev.meridian.declaration.reader;

import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads branches that are written as a list of names. Each name is the label of a branch. */
final class BranchListReader {

  private BranchListReader() {}

  /** Reads every item of {@code list} with {@code branch}, and reports duplicates. */
  static List<Branch> read(YamlNode list, BiFunction<YamlNode, String, Optional<Branch>> branch) {
    List<Branch> branches = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (YamlNode item : list.items()) {
      Optional<String> name = item.text();
      if (name.isPresent() && !seen.add(name.get())) {
        item.report("duplicate branch " + name.get(), "remove one");
      } else {
        name.flatMap(label -> branch.apply(item, label)).ifPresent(branches::add);
      }
    }
    return branches;
  }
}
