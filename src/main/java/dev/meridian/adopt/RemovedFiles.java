package dev.meridian.adopt;

import dev.meridian.adopt.OldStates.Forgotten;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.Hash;
import dev.meridian.stacks.hcl.HclMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files with {@code removed} blocks, one for each old state that has resources to forget.
 *
 * @param texts the text of each file
 * @param names the name of each file, by the name of the state's file
 */
public record RemovedFiles(Map<Path, String> texts, Map<String, Path> names) {
  static final String MARK = "written by ./meridian adopt";

  private static final String CHECKSUM = "# Checksum: ";
  private static final int DIGITS = 16;

  /**
   * The files for {@code states}.
   *
   * @param folder where they belong
   * @param stack the name of the DNS stack
   */
  public static RemovedFiles of(Path folder, String stack, List<Forgotten> states) {
    RemovedFiles files = new RemovedFiles(new TreeMap<>(), new TreeMap<>());
    Set<String> taken = new HashSet<>();
    for (Forgotten state : states) {
      if (!state.whole().isEmpty()) {
        Path file = folder.resolve(name(Path.of(state.file()), taken));
        files.texts.put(file, text(stack, state));
        files.names.put(state.file(), file);
      }
    }
    return files;
  }

  /** Such as {@code removed-dns.tf} of {@code dns.tfstate}, or of {@code dns/terraform.tfstate}. */
  private static String name(Path state, Set<String> taken) {
    String own = String.valueOf(state.getFileName()).replaceFirst("\\.[a-z]+$", "");
    Path folder = state.toAbsolutePath().normalize().getParent();
    Path parent = folder == null ? null : folder.getFileName();
    String stem = own.equals("terraform") && parent != null ? parent.toString() : own;
    String free = stem;
    for (int number = 2; !taken.add(free); number++) {
      free = stem + "-" + number;
    }
    return "removed-" + free + ".tf";
  }

  private static String text(String stack, Forgotten state) {
    return withChecksum(
        "# Resources that the stack "
            + stack
            + " manages now, "
            + MARK
            + ".\n# Put this file into the configuration of "
            + state.file()
            + " in place of their resource blocks. Needs\n"
            + "# Terraform 1.7 or later. Delete this file after it has been applied once.\n\n"
            + HclMigration.removed(state.whole()));
  }

  /** Adds a last line that shows changes by hand. */
  static String withChecksum(String text) {
    return text + CHECKSUM + Hash.of(text, DIGITS) + "\n";
  }

  private static boolean isChanged(String file) {
    String text = file.replace("\r\n", "\n");
    int last = text.lastIndexOf(CHECKSUM);
    return last < 0 || !withChecksum(text.substring(0, last)).equals(text);
  }

  /** Files that exist, and were not written by this command. */
  public List<Diagnostic> problems() throws IOException {
    List<Diagnostic> problems = new ArrayList<>();
    for (Path file : texts.keySet()) {
      checkOwn(file, problems);
    }
    return problems;
  }

  static void checkOwn(Path file, List<Diagnostic> problems) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    String text = Files.readString(file);
    if (text.contains(MARK) && isChanged(text)) {
      problems.add(
          new Diagnostic(
              SourceLocation.wholeFile(file.toString()),
              "",
              "somebody changed this file by hand, and ./meridian adopt would overwrite the change",
              "move it to another place, run the command again, and repeat the change"));
    } else if (!text.contains(MARK)) {
      problems.add(
          new Diagnostic(
              SourceLocation.wholeFile(file.toString()),
              "",
              "the file exists, and ./meridian adopt did not write it",
              "move it to another place, or delete it"));
    }
  }

  public void write() throws IOException {
    for (Map.Entry<Path, String> file : texts.entrySet()) {
      Files.createDirectories(file.getKey().toAbsolutePath().getParent());
      Files.writeString(file.getKey(), file.getValue());
    }
  }
}
