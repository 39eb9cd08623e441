package dev.meridian.terraform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where Terraform gets providers: the user's own CLI configuration if there is one. Otherwise
 * Meridian writes one that names a {@link ProviderMirror} or shares a plugin cache between the
 * stacks.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/cli/config/config-file">CLI configuration
 *     file</a>
 */
final class CliConfig {
  private static final String FILE = "TF_CLI_CONFIG_FILE";
  private static final String CACHE = "TF_PLUGIN_CACHE_DIR";

  private CliConfig() {}

  /**
   * The environment variables that select the configuration.
   *
   * @param folder where to write configuration files; created if it does not exist
   */
  static SortedMap<String, String> variables(
      Map<String, String> environment, Optional<ProviderMirror> mirror, Path folder)
      throws IOException {
    SortedMap<String, String> variables = new TreeMap<>();
    if (usersOwn(environment)) {
      return variables;
    }
    Files.createDirectories(folder);
    variables.put(FILE, write(folder, mirror).toString());
    boolean linked = mirror.isPresent() && mirror.get().unpacked();
    if (!linked && environment.getOrDefault(CACHE, "").isEmpty()) {
      variables.put(CACHE, Files.createDirectories(folder.resolve("plugin-cache")).toString());
    }
    return variables;
  }

  /** The variables for runs that need no provider: Terraform ignores a file that does not exist. */
  static SortedMap<String, String> withoutProviders(Map<String, String> environment) {
    SortedMap<String, String> variables = new TreeMap<>();
    if (!usersOwn(environment)) {
      variables.put(FILE, "");
    }
    return variables;
  }

  private static boolean usersOwn(Map<String, String> environment) {
    String named = environment.getOrDefault(FILE, "");
    if (!named.isEmpty()) {
      return Files.isReadable(Path.of(named));
    }
    String home = environment.getOrDefault("HOME", "");
    return !home.isEmpty() && Files.isReadable(Path.of(home, ".terraformrc"));
  }

  /**
   * Writes another file and moves it, because several processes may start Terraform at the same
   * time.
   */
  private static Path write(Path folder, Optional<ProviderMirror> mirror) throws IOException {
    Path whole = folder.resolve("terraform.rc").toAbsolutePath();
    Path part = Files.createTempFile(folder.toAbsolutePath(), "terraform", ".rc");
    Files.writeString(part, text(mirror));
    return Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
  }

  static String text(Optional<ProviderMirror> mirror) {
    return mirror
        .map(
            found ->
                String.format(
                    Locale.ROOT,
                    """
                provider_installation {
                  filesystem_mirror {
                    path    = "%s"
                    include = ["registry.terraform.io/hashicorp/aws"]
                  }
                  direct {
                    exclude = ["registry.terraform.io/hashicorp/aws"]
                  }
                }
                """,
                    quoted(found.folder())))
        .orElse("");
  }

  private static String quoted(Path path) {
    return path.toString().replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
