package dev.meridian.cli;

import dev.meridian.live.AwsAccess;
import dev.meridian.rehearse.LocalAws;
import java.net.URI;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --aws-endpoint}: an emulator in AWS's place. */
final class EndpointOption {
  @Option(
      names = "--aws-endpoint",
      paramLabel = "URL",
      description = "An emulator that runs already, such as LocalStack or a kept rehearsal.")
  private @Nullable URI endpoint;

  Optional<URI> endpoint() {
    return Optional.ofNullable(endpoint).map(EndpointOption::byAddress);
  }

  /** With a name, S3 clients would look up {@code bucket.localhost}. */
  private static URI byAddress(URI endpoint) {
    return URI.create(endpoint.toString().replaceFirst("//localhost(?=[:/]|$)", "//127.0.0.1"));
  }

  AwsAccess access() {
    return endpoint().map(AwsAccess::emulator).orElse(AwsAccess.of(System.getenv()));
  }

  /** What terraform needs to work there. */
  SortedMap<String, String> environment() {
    return endpoint().map(LocalAws::environment).orElse(new TreeMap<>());
  }
}
