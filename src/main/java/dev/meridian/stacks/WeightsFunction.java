package dev.meridian.stacks;

import dev.meridian.model.Hash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The code of the AWS Lambda function that adjusts weights, as an archive next to the stack. */
final class WeightsFunction {
  static final String FILE = "weights.zip";
  static final String HANDLER = "weights.handler";

  /** The name of the file in the stack; Terraform runs in any folder. */
  static final String PATH = "${path.module}/" + FILE;

  private static final List<String> MODULES =
      List.of(
          "decision.py",
          "memory.py",
          "ramp.py",
          "ramps.py",
          "records.py",
          "signals.py",
          "weights.py");

  /**
   * Always the same, so that the archive is. Not the first moment of 1980: Java adds a field to it
   * that depends on the time zone.
   */
  private static final LocalDateTime MODIFIED = LocalDateTime.of(1980, 1, 1, 12, 0);

  private WeightsFunction() {}

  /** Writes the archive to {@code file} if the stack uses it. */
  static void write(String hcl, Path file) throws IOException {
    if (hcl.contains(PATH)) {
      Files.write(file, archive());
    }
  }

  /** The archive: the same bytes for the same code. Its files are not compressed. */
  static byte[] archive() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String module : MODULES) {
        byte[] code = code(module);
        CRC32 checksum = new CRC32();
        checksum.update(code);
        ZipEntry entry = new ZipEntry(module);
        entry.setTimeLocal(MODIFIED);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(code.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(code);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The hash with which Lambda and Terraform recognize changed code. */
  static String hash() {
    return Hash.base64(archive());
  }

  private static byte[] code(String module) throws IOException {
    try (InputStream code = WeightsFunction.class.getResourceAsStream("weights/" + module)) {
      if (code == null) {
        throw new IllegalStateException("the program has no " + module);
      }
      return code.readAllBytes();
    }
  }
}
