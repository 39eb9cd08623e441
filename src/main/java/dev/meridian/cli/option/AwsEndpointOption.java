package dev.meridian.cli.option;

import dev.meridian.aws.AwsAccess;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.InvalidValue;
import dev.meridian.rehearse.LocalAws;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --aws-endpoint}: an emulator in AWS's place. */
public final class AwsEndpointOption {
  private static final String VARIABLE = "AWS_ENDPOINT_URL";

  @Option(
      names = "--aws-endpoint",
      paramLabel = "URL",
      converter = EndpointUrl.class,
      description = "An emulator that runs already, such as LocalStack or a kept rehearsal.")
  private @Nullable URI endpoint;

  public Optional<URI> endpoint() {
    return Optional.ofNullable(endpoint);
  }

  /** The option as it was given, with a blank before it. */
  public String arguments() {
    return endpoint == null ? "" : " --aws-endpoint " + endpoint;
  }

  /**
   * How to reach the emulator; else AWS, or what {@code AWS_ENDPOINT_URL} names in its place.
   *
   * @throws BadInput where that variable is no address
   */
  public AwsAccess access() throws BadInput {
    return endpoint == null
        ? AwsAccess.of(ofEnvironment(System.getenv(VARIABLE)), System.getenv())
        : AwsAccess.emulator(endpoint);
  }

  private static @Nullable URI ofEnvironment(@Nullable String text) throws BadInput {
    try {
      return text == null || text.isBlank() ? null : EndpointUrl.read(text);
    } catch (InvalidValue e) {
      throw new BadInput(
          List.of(new Diagnostic(SourceLocation.wholeFile(VARIABLE), "", e.what(), e.fix())));
    }
  }

  /** What terraform needs to work there. */
  public SortedMap<String, String> environment() {
    return endpoint == null ? new TreeMap<>() : LocalAws.environment(endpoint, System.getenv());
  }
}
