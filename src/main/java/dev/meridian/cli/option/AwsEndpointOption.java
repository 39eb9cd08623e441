package dev.meridian.cli.option;

import dev.meridian.aws.AwsAccess;
import dev.meridian.rehearse.LocalAws;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --aws-endpoint}: an emulator instead of AWS. */
public final class AwsEndpointOption {
  private static final String VARIABLE = "AWS_ENDPOINT_URL";

  /** Route 53 allows five requests per second, so these take at least five seconds. */
  private static final int BETWEEN_REPORTS = 25;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--aws-endpoint",
      paramLabel = "URL",
      converter = EndpointUrl.class,
      description = "A running emulator, such as LocalStack or a rehearsal that was kept.")
  private @Nullable URI endpoint;

  public Optional<URI> endpoint() {
    return Optional.ofNullable(endpoint);
  }

  /** The option as the user wrote it, after a space. */
  public String arguments() {
    return endpoint == null ? "" : " --aws-endpoint " + endpoint;
  }

  /**
   * Access to the emulator; without the option, to {@code AWS_ENDPOINT_URL} or AWS.
   *
   * @throws BadInput if that variable is not an address
   */
  public AwsAccess access() throws BadInput {
    return endpoint == null
        ? AwsAccess.of(ofEnvironment(System.getenv(VARIABLE)), System.getenv())
        : AwsAccess.emulator(endpoint);
  }

  /**
   * The same for reading whole zones, which can take minutes: prints progress to stderr.
   *
   * @throws BadInput if that variable is not an address
   */
  public AwsAccess accessWithProgress() throws BadInput {
    AtomicInteger answers = new AtomicInteger();
    return access().counting(() -> report(answers.incrementAndGet()));
  }

  private void report(int answers) {
    if (answers % BETWEEN_REPORTS == 0) {
      PrintWriter err = command.commandLine().getErr();
      err.println("reading from AWS: " + answers + " requests answered");
      err.flush();
    }
  }

  private static @Nullable URI ofEnvironment(@Nullable String text) throws BadInput {
    return text == null || text.isBlank()
        ? null
        : BadInput.checked(VARIABLE, () -> EndpointUrl.read(text));
  }

  /** The environment variables that make Terraform use the emulator. */
  public SortedMap<String, String> environment() {
    return endpoint == null ? new TreeMap<>() : LocalAws.environment(endpoint, System.getenv());
  }
}
