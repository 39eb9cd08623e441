package dev.meridian.cli;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Explains file system errors, because Java's message is often only the file's name. */
final class FileErrorText {
  private FileErrorText() {}

  static String text(FileSystemException trouble) {
    String file = String.valueOf(trouble.getFile());
    return new Diagnostic(
            SourceLocation.wholeFile(file),
            "",
            what(trouble),
            "name another file or folder, or fix this one")
        .toString();
  }

  private static String what(FileSystemException trouble) {
    if (trouble instanceof AccessDeniedException) {
      return "you do not have permission to read or write it";
    }
    if (trouble instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (trouble instanceof FileAlreadyExistsException) {
      return "a file with this name exists, but it is not a folder";
    }
    return trouble.getReason() == null
        ? "it cannot be used (" + trouble.getClass().getSimpleName() + ")"
        : "it cannot be used: " + trouble.getReason();
  }
}
