package dev.meridian.cli.view;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Explains errors of the file system. Java's own message is often only the file's name. */
public final class FileErrorText {
  private FileErrorText() {}

  /** The problem and a fix, in lines. */
  public static String text(FileSystemException failure) {
    String file = String.valueOf(failure.getFile());
    return new Diagnostic(
            SourceLocation.wholeFile(file),
            "",
            what(failure),
            "name another file or folder, or fix this")
        .toString();
  }

  private static String what(FileSystemException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NoSuchFileException) {
      return "the file or folder does not exist";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "a file with this name exists";
    }
    return failure.getReason() == null
        ? "the file cannot be used (" + failure.getClass().getSimpleName() + ")"
        : "the file cannot be used: " + failure.getReason();
  }
}
