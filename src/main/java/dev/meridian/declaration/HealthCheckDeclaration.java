package dev.meridian.declaration;

import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.Probing;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A declared health check. Several endpoints can use it.
 *
 * @param name the tag {@code Name} of the health check in AWS, 1..256 characters; null for the name
 *     that it gets from where it is declared
 * @param inverted whether healthy counts as unhealthy, and unhealthy as healthy
 * @param disabled whether Route 53 stops probing; the check then counts as healthy, before
 *     inversion
 * @param was the name that the health check had earlier; null if none is known
 */
public record HealthCheckDeclaration(
    Kind kind,
    @Nullable String name,
    boolean inverted,
    boolean disabled,
    @Nullable EarlierName was,
    SourceLocation at) {
  /** The maximum length of a tag's value (Route 53 API, Tag). */
  public static final int MAX_NAME = 256;

  /** A health check that is named after where it is declared. */
  public HealthCheckDeclaration(Kind kind, boolean inverted, boolean disabled, SourceLocation at) {
    this(kind, null, inverted, disabled, null, at);
  }

  public Optional<EarlierName> earlierName() {
    return Optional.ofNullable(was);
  }

  /** The name, or {@code otherwise} if it has none of its own. */
  public String nameOr(String otherwise) {
    return name == null ? otherwise : name;
  }

  /**
   * Checks a name.
   *
   * @throws InvalidValue if AWS does not accept it as a tag
   */
  public static void checkName(String name) {
    if (name.isEmpty() || name.length() > MAX_NAME || name.isBlank()) {
      throw new InvalidValue(
          "the name has " + name.length() + " characters; a tag has 1.." + MAX_NAME,
          "write the Name tag of the health check");
    }
  }

  /** What the check monitors. */
  public sealed interface Kind {

    /** Calls the method for this type. Java 17 cannot switch over a sealed type. */
    <R> R accept(Cases<R> cases);

    /** One method per kind. */
    interface Cases<R> {
      R probe(Probe kind);

      R calculated(Calculated kind);

      R cloudWatchMetric(CloudWatchMetric kind);

      R recoveryControl(RecoveryControl kind);
    }

    /**
     * A probe of an endpoint.
     *
     * @param address the address to probe; null for the endpoint's address
     * @param host the host name to probe or, with an address, the Host header; null for the
     *     endpoint's host name
     * @param path null for TCP
     * @param searchString text that must be in the first 5,120 bytes of the body; null not to
     *     search
     * @param sni null for Route 53's default: true for HTTPS
     */
    record Probe(
        Protocol protocol,
        @Nullable String address,
        @Nullable String host,
        int port,
        @Nullable String path,
        @Nullable String searchString,
        Probing probing,
        @Nullable Boolean sni)
        implements Kind {

      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.probe(this);
      }
    }

    /**
     * Healthy while enough other checks are healthy.
     *
     * @param threshold how many of them must be healthy, 0..256
     * @param of names of regions and endpoints (meaning their checks), or of health checks
     */
    record Calculated(int threshold, List<String> of) implements Kind {
      public Calculated {
        of = List.copyOf(of);
      }

      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.calculated(this);
      }
    }

    /** Follows a CloudWatch alarm's metric. */
    record CloudWatchMetric(HealthCheckConfig.CloudWatchMetric config) implements Kind {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.cloudWatchMetric(this);
      }
    }

    /** Follows an Application Recovery Controller routing control. */
    record RecoveryControl(HealthCheckConfig.RecoveryControl config) implements Kind {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.recoveryControl(this);
      }
    }
  }
}
