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
 * @param environment variables in addition to those of this process; an empty text unsets one
 */
public record Command(List<String> words, Path directory, SortedMap<String, String> environment) {

  public Command {
    words = List.copyOf(words);
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
  }

  /** The command as you would type it, for messages. */
  @Override
  public String toString() {
    return String.join(" ", words);
  }
}
