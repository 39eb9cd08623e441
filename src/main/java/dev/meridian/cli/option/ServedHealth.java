package dev.meridian.cli.option;

import dev.meridian.resolve.Outage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is down while a server runs: {@code --down} and {@code --health}. */
public final class ServedHealth {
  @Option(
      names = "--down",
      split = ",",
      paramLabel = "ENDPOINT",
      description = "Regions and endpoints that are down, and health checks that fail.")
  private List<String> down = new ArrayList<>();

  @Option(
      names = "--health",
      paramLabel = "FILE",
      description =
          "More of them, one in each line of a file. The server follows every change of the file.")
  private @Nullable Path file;

  /** Follows the file, if there is one. */
  public final class Following {
    private final QueryContext context;
    private final @Nullable HealthFile followed;

    private Following(QueryContext context) {
      this.context = context;
      this.followed = file == null ? null : new HealthFile(file, context);
    }

    /**
     * What is down now, if the file changed.
     *
     * @throws BadInput with each problem of the file; what is down stays the same
     */
    public Optional<Outage> changed() throws BadInput {
      Optional<List<String>> names = followed == null ? Optional.empty() : followed.changed();
      return names.map(
          more -> {
            List<String> all = new ArrayList<>(down);
            all.addAll(more);
            return context.down(all);
          });
    }
  }

  /** Begins to follow the file. */
  public Following follow(QueryContext context) {
    return new Following(context);
  }

  /**
   * What is down because of {@code --down}.
   *
   * @throws BadInput with each name that is neither an endpoint nor a health check
   */
  public Outage down(QueryContext context) throws BadInput {
    return context.down("--down", down);
  }
}
