package dev.meridian.terraform.process;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A program to run.
 *
 * @param words the program and its arguments
 * @param environment what is set beside the variables of this process; an empty text unsets one
 */
public record Command(List<String> words, Path directory, SortedMap<String, String> environment) {

  public Command {
    words = List.copyOf(words);
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
  }

  /** The words as one would type them, for messages. */
  @Override
  public String toString() {
    return String.join(" ", words);
  }
}
