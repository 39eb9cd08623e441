package dev.meridian.cli.stack;

import dev.meridian.cli.option.BadInput;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The stacks that a user names.
 *
 * @param labels maps the names of the stacks to their short names: a region's code, or {@code dns}
 * @param file the declaration, for messages
 */
public record ChosenStacks(Map<String, String> labels, Path file) {

  /**
   * The names of the stacks, in the order of {@link #labels}; all if {@code wanted} is empty.
   *
   * @throws BadInput if there is no such stack
   */
  public List<String> of(List<String> wanted) throws BadInput {
    List<Diagnostic> problems = new ArrayList<>();
    for (String one : wanted) {
      if (labels.entrySet().stream().noneMatch(stack -> means(one, stack))) {
        problems.add(
            new Diagnostic(
                SourceLocation.wholeFile(file.toString()),
                "",
                "there is no stack \"" + one + "\"",
                "name one of " + String.join(", ", labels.keySet())));
      }
    }
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
    return labels.entrySet().stream()
        .filter(stack -> wanted.isEmpty() || wanted.stream().anyMatch(one -> means(one, stack)))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean means(String wanted, Map.Entry<String, String> stack) {
    return wanted.equals(stack.getKey()) || wanted.equals(stack.getValue());
  }
}
