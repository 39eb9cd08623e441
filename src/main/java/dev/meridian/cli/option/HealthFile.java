package dev.meridian.cli.option;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is down, in a file that can change at any time: one name in each line, as {@code --down}
 * takes them. Empty lines and lines that begin with # don't count.
 */
public final class HealthFile {
  private final Path file;
  private final QueryContext context;
  private @Nullable String last;

  public HealthFile(Path file, QueryContext context) {
    this.file = file;
    this.context = context;
  }

  /**
   * The names in the file, if it changed since it was read last.
   *
   * @throws BadInput with each problem of the file, once for each change of it
   */
  public Optional<List<String>> changed() throws BadInput {
    String text;
    try {
      text = Files.readString(file);
    } catch (CharacterCodingException e) {
      return refused("not UTF-8", "the file is not UTF-8", "save it as UTF-8");
    } catch (IOException e) {
      return refused("unreadable", "the file cannot be read", "check its name");
    }
    String state = "read: " + text;
    if (state.equals(last)) {
      return Optional.empty();
    }
    last = state;
    return Optional.of(names(text.lines().toList()));
  }

  private Optional<List<String>> refused(String state, String what, String fix) throws BadInput {
    if (state.equals(last)) {
      return Optional.empty();
    }
    last = state;
    throw new BadInput(List.of(new Diagnostic(at(0), "", what, fix)));
  }

  private List<String> names(List<String> lines) throws BadInput {
    List<String> names = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String name = lines.get(i).strip();
      if (name.isEmpty() || name.startsWith("#")) {
        continue;
      }
      try {
        context.down("", List.of(name));
        names.add(name);
      } catch (BadInput unknown) {
        int line = i + 1;
        unknown
            .problems()
            .forEach(
                problem ->
                    problems.add(new Diagnostic(at(line), "", problem.what(), problem.fix())));
      }
    }
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
    return names;
  }

  /** Line 0 is the whole file. */
  private SourceLocation at(int line) {
    return line == 0
        ? SourceLocation.wholeFile(file.toString())
        : new SourceLocation(file.toString(), line, 1);
  }
}
