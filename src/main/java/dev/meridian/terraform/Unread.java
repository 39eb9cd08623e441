package dev.meridian.terraform;

import dev.meridian.model.GroupKey;
import dev.meridian.model.InvalidValue;
import dev.meridian.problem.Problem;
import dev.meridian.problem.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what could not be read, each with the resource it stands in. */
final class Unread {
  private final List<Problem> problems = new ArrayList<>();
  private final SortedSet<GroupKey> incomplete = new TreeSet<>();

  void add(Resource resource, String what, String fix) {
    problems.add(new Problem(Source.wholeFile(resource.file()), resource.address(), what, fix));
  }

  /** Adds that {@code file} does not hold everything. */
  void add(String file, String why) {
    problems.add(
        new Problem(Source.wholeFile(file), "", why, "plan again, without an error and whole"));
  }

  /** Adds a record set, without which its group answers otherwise. */
  void add(Resource resource, GroupKey group, InvalidValue why) {
    add(resource, why.what(), why.fix());
    incomplete.add(group);
  }

  SortedSet<GroupKey> incomplete() {
    return incomplete;
  }

  List<Problem> sorted() {
    return problems.stream().sorted(Problem.IN_FILE_ORDER).toList();
  }
}
