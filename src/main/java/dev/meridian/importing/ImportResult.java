package dev.meridian.importing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A declaration made from a plan.
 *
 * @param yaml null where nothing of the plan can be declared
 * @param leftOut what the plan holds and the declaration does not, in lines for people
 * @param renamed what answers do not depend on and is called otherwise now, in lines for people
 */
public record ImportResult(@Nullable String yaml, List<String> leftOut, List<String> renamed) {
  public ImportResult {
    leftOut = List.copyOf(leftOut);
    renamed = List.copyOf(renamed);
  }

  /** The file's text; empty where nothing of the plan can be declared. */
  public Optional<String> text() {
    return Optional.ofNullable(yaml);
  }
}
