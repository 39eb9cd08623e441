package dev.meridian.importing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of an import.
 *
 * @param yaml the declaration; null if nothing in the plan can be declared
 * @param leftOut what the declaration lacks, as lines of text
 * @param renamed names that changed without affecting answers, as lines of text
 */
public record ImportResult(@Nullable String yaml, List<String> leftOut, List<String> renamed) {
  public ImportResult {
    leftOut = List.copyOf(leftOut);
    renamed = List.copyOf(renamed);
  }

  /** The file's text; empty if nothing in the plan can be declared. */
  public Optional<String> text() {
    return Optional.ofNullable(yaml);
  }
}
