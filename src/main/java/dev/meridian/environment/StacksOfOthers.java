package dev.meridian.environment;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The stacks that other declarations in the same folder declare.
 *
 * @param names of the stacks
 * @param invalid YAML files that are not valid declarations, so that it is not known which stacks
 *     they declare
 */
public record StacksOfOthers(Set<String> names, List<Path> invalid) {
  public StacksOfOthers {
    names = Set.copyOf(names);
    invalid = List.copyOf(invalid);
  }
}
