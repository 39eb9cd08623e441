package dev.meridian.terraform;

import dev.meridian.problem.Problem;
import dev.meridian.problem.Source;
import java.util.ArrayList;
import java.util.List;

/** Collects what could not be read, each with the resource it stands in. */
final class Unread {
  private final List<Problem> problems = new ArrayList<>();

  void add(Resource resource, String what, String fix) {
    problems.add(new Problem(Source.wholeFile(resource.file()), resource.address(), what, fix));
  }

  List<Problem> sorted() {
    return problems.stream().sorted(Problem.IN_FILE_ORDER).toList();
  }
}
