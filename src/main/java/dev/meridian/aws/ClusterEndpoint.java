package dev.meridian.aws;

import java.net.URI;
import java.util.Optional;

/**
 * An endpoint of the data plane of a cluster of Application Recovery Controller. A cluster has
 * five, in five regions.
 *
 * @param region the region to sign requests for
 * @param url with its path
 */
public record ClusterEndpoint(String region, URI url) {

  /** Reads {@code REGION URL}, as the output of a stack has it; empty for another form. */
  public static Optional<ClusterEndpoint> of(String text) {
    String[] parts = text.split(" ", -1);
    return parts.length == 2 && parts[1].matches("https?://[^\\s\"]+")
        ? Optional.of(new ClusterEndpoint(parts[0], URI.create(parts[1])))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return region + " " + url;
  }
}
