package dev.meridian.cli.option;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.InputFile;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.diagnostic.Utf8;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A line of a text file that counts: it is neither empty nor a comment, which begins with #.
 *
 * @param number from 1
 * @param text without space around it
 */
public record TextLine(int number, String text) {

  /**
   * The text of a file; empty after a problem.
   *
   * @param most the limit in bytes
   */
  public static Optional<String> read(Path file, int most, Consumer<Diagnostic> problems) {
    try {
      return Utf8.decode(file.toString(), InputFile.read(file, most), problems);
    } catch (InputFile.TooLarge e) {
      problems.accept(
          problem(file, String.valueOf(e.getMessage()), "name the right file, or shorten it"));
    } catch (IOException e) {
      problems.accept(problem(file, "the file cannot be read", "check its name"));
    }
    return Optional.empty();
  }

  /** The lines of a text that count. */
  static List<TextLine> of(String text) {
    List<TextLine> counting = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        counting.add(new TextLine(i + 1, line));
      }
    }
    return counting;
  }

  private static Diagnostic problem(Path file, String what, String fix) {
    return new Diagnostic(SourceLocation.wholeFile(file.toString()), "", what, fix);
  }
}
