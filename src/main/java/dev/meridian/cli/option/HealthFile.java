package dev.meridian.cli.option;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.InputFile;
import dev.meridian.diagnostic.SourceLocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is down, in a file that can change at any time: one name in each line, as {@code --down}
 * takes them. Empty lines and lines that begin with # don't count.
 */
final class HealthFile {
  /** Far more than the names of any declaration. */
  private static final int MAX_BYTES = InputFile.MEGABYTE;

  private final Path file;
  private final QueryContext context;
  private @Nullable Object last;
  private @Nullable Object read;

  HealthFile(Path file, QueryContext context) {
    this.file = file;
    this.context = context;
  }

  /**
   * The names in the file, if it changed. A change counts when the file is read twice with the same
   * content, because a file can be read while it is being written.
   *
   * @throws BadInput with each problem of the file, once for each change of it
   */
  Optional<List<String>> changed() throws BadInput {
    List<Diagnostic> problems = new ArrayList<>();
    Optional<String> text = TextLine.read(file, MAX_BYTES, problems::add);
    // Either the text, or why there is none.
    Object state = text.isPresent() ? text : problems;
    boolean complete = last == null || state.equals(read);
    read = state;
    if (!complete || state.equals(last)) {
      return Optional.empty();
    }
    last = state;
    if (text.isEmpty()) {
      throw new BadInput(problems);
    }
    return Optional.of(names(TextLine.of(text.get())));
  }

  private List<String> names(List<TextLine> lines) throws BadInput {
    List<String> names = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (TextLine line : lines) {
      try {
        context.down("", List.of(line.text()));
        names.add(line.text());
      } catch (BadInput unknown) {
        SourceLocation at = new SourceLocation(file.toString(), line.number(), 1);
        for (Diagnostic problem : unknown.problems()) {
          problems.add(new Diagnostic(at, "", problem.what(), problem.fix()));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
    return names;
  }
}
