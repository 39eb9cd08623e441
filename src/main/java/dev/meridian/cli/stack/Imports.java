package dev.meridian.cli.stack;

import dev.meridian.adopt.ImportsFile;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.declaration.Deployment;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.stacks.DnsAddresses;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/** The imports that a declaration's stacks contain. */
public final class Imports {
  private Imports() {}

  /**
   * Import IDs by address, from the file next to the declaration; none without that file. Warns
   * about entries that the stack does not have.
   *
   * @throws BadInput with every problem of the file
   */
  public static SortedMap<String, String> of(DeclarationOption.Loaded loaded, PrintWriter err)
      throws BadInput {
    Path file = ImportsFile.of(loaded.file());
    if (!Files.exists(file)) {
      return Collections.emptySortedMap();
    }
    Deployment deployment = loaded.deployment();
    List<Diagnostic> problems = new ArrayList<>();
    ImportsFile read =
        ImportsFile.read(
                file,
                deployment.stacks().dns().name(),
                DnsAddresses.of(deployment, loaded.compiled().plan()).all(),
                problems::add)
            .orElseThrow(() -> new BadInput(problems));
    read.stale().forEach(entry -> err.println("warning: " + entry));
    return read.imports();
  }
}
