package dev.meridian.cli.option;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --latency}: measured latencies instead of the distance model. */
public final class LatencyOption {
  @Option(
      names = "--latency",
      paramLabel = "FILE",
      description =
          "Measured milliseconds as CSV: a row for each country or US state, a column for each AWS"
              + " region. Missing values follow from the distance.")
  private @Nullable Path file;

  /** The clients of a zone, with their latencies. */
  public ClientPopulation population(QueryContext context) throws BadInput {
    return population(context, context);
  }

  /** The clients of two zones of the same kind, with their latencies. */
  public ClientPopulation population(QueryContext before, QueryContext after) throws BadInput {
    return ClientPopulation.of(before.loaded(), after.loaded(), latencies());
  }

  public ClientArguments clients() throws BadInput {
    return new ClientArguments(latencies());
  }

  /** The option as the user wrote it, after a space. */
  public String arguments() {
    return file == null ? "" : " --latency " + file;
  }

  private Map<String, Map<String, Double>> latencies() throws BadInput {
    return file == null ? Map.of() : LatencyFile.read(file);
  }
}
