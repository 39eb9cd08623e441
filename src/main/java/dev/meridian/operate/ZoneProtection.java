package dev.meridian.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lifts {@code prevent_destroy} from the hosted zones of one stack, until it is closed. A saved
 * plan contains the configuration, so only planning needs this.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/files/override">Override
 *     files</a>
 */
public final class ZoneProtection implements AutoCloseable {
  /** Terraform merges files with this ending into the others, whatever their order is. */
  static final String FILE = "meridian_delete_zone_override.tf";

  private static final Pattern ZONE =
      Pattern.compile("(?m)^resource \"aws_route53_zone\" \"([^\"]+)\" ");

  private final Path folder;

  private ZoneProtection(Path folder) {
    this.folder = folder;
  }

  /**
   * Lifts the protection of the zones in the stack's {@code cdk.tf}.
   *
   * @param folder the stack's folder
   */
  public static ZoneProtection lift(Path folder) {
    Path stack = folder.resolve("cdk.tf");
    try {
      String hcl =
          Files.isRegularFile(stack)
              ? new String(Files.readAllBytes(stack), StandardCharsets.UTF_8)
              : "";
      List<String> zones = ZONE.matcher(hcl).results().map(ZoneProtection::lifted).toList();
      if (!zones.isEmpty()) {
        Files.writeString(folder.resolve(FILE), zones.stream().collect(Collectors.joining("\n")));
      }
      return new ZoneProtection(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lifted(MatchResult zone) {
    return String.format(
        Locale.ROOT,
        """
        resource "aws_route53_zone" "%s" {
          lifecycle {
            prevent_destroy = false
          }
        }
        """,
        zone.group(1));
  }

  /** Protects the zones again, also after a command that was killed. */
  static void restore(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    restore(folder);
  }
}
