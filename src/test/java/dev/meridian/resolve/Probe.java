package dev.meridian.resolve;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What one probe of an endpoint came to.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html">How
 *     Route 53 determines whether a health check is healthy</a>
 */
public sealed interface Probe {

  /** Whether the probe counts as a success. */
  boolean passes();

  /**
   * A TCP connection.
   *
   * @param connectSeconds empty where none came about
   */
  record Tcp(OptionalDouble connectSeconds) implements Probe {
    private static final double CONNECT = 10;

    @Override
    public boolean passes() {
      return within(connectSeconds, CONNECT);
    }
  }

  /**
   * An HTTP or HTTPS request. Redirects are not followed and count as success.
   *
   * @param connectSeconds empty where no connection came about
   * @param responseSeconds from the connection to the status; empty where none came
   * @param status the HTTP status; empty where none came
   */
  record Http(OptionalDouble connectSeconds, OptionalDouble responseSeconds, OptionalInt status)
      implements Probe {
    private static final double CONNECT = 4;
    private static final double RESPONSE = 2;
    private static final int LEAST_STATUS = 200;
    private static final int MOST_STATUS = 399;

    @Override
    public boolean passes() {
      return within(connectSeconds, CONNECT)
          && within(responseSeconds, RESPONSE)
          && status.isPresent()
          && status.getAsInt() >= LEAST_STATUS
          && status.getAsInt() <= MOST_STATUS;
    }
  }

  /**
   * An HTTP or HTTPS request whose body is searched.
   *
   * @param bodySeconds from the status to the body; empty where none came
   * @param offset bytes before the string in the decoded body; empty where it is not there
   * @param length of the string in bytes
   */
  record StringMatch(Http response, OptionalDouble bodySeconds, OptionalInt offset, int length)
      implements Probe {
    private static final double BODY = 2;
    private static final int SEARCHED_BYTES = 5120;

    @Override
    public boolean passes() {
      return response.passes()
          && within(bodySeconds, BODY)
          && offset.isPresent()
          && offset.getAsInt() + length <= SEARCHED_BYTES;
    }
  }

  private static boolean within(OptionalDouble seconds, double limit) {
    return seconds.isPresent() && seconds.getAsDouble() <= limit;
  }
}
