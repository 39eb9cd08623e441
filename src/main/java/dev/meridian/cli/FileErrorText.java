package dev.meridian.cli;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What the file system refused, in words: Java's message is often the file's name alone. */
final class FileErrorText {
  private FileErrorText() {}

  static String text(FileSystemException trouble) {
    String file = String.valueOf(trouble.getFile());
    return new Diagnostic(
            SourceLocation.wholeFile(file),
            "",
            what(trouble),
            "name another file or folder, or mend this")
        .toString();
  }

  private static String what(FileSystemException trouble) {
    if (trouble instanceof AccessDeniedException) {
      return "it may not be read or written here";
    }
    if (trouble instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (trouble instanceof FileAlreadyExistsException) {
      return "it is there, and is no folder";
    }
    return trouble.getReason() == null
        ? "it cannot be used (" + trouble.getClass().getSimpleName() + ")"
        : "it cannot be used: " + trouble.getReason();
  }
}
