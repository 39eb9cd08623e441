package dev.meridian.rehearse;

import dev.meridian.declaration.Deployment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds a rehearsal that was kept, for commands that use it afterwards. */
public final class EarlierRehearsal {
  private EarlierRehearsal() {}

  /**
   * The declared deployment as it was rehearsed, with its placeholders, if {@code output} belongs
   * to a rehearsal at {@code endpoint}; otherwise empty.
   *
   * @param output a folder of stacks, such as {@code cdktf.out}
   */
  public static Optional<RehearsalDeployment> of(Deployment declared, Path output, URI endpoint)
      throws IOException {
    Path folder = output.toAbsolutePath().normalize().getParent();
    if (folder == null || !RehearsalFolder.endpoint(folder).equals(Optional.of(endpoint))) {
      return Optional.empty();
    }
    PlaceholderFile placeholders = PlaceholderFile.in(folder);
    RehearsalDeployment made = RehearsalDeployment.withPins(declared, placeholders.limits());
    return Optional.of(
        new RehearsalDeployment(
            PlaceholderResources.with(made.deployment(), placeholders),
            made.limits(),
            made.notes(),
            List.of()));
  }
}
