package dev.meridian.model;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An accelerator of AWS Global Accelerator. It sends traffic to the load balancers behind it that
 * are healthy, so it is down only if all of them are.
 *
 * @param dnsName what aliases point to
 * @param addresses its IPv4 addresses
 * @param behind the DNS names of the load balancers that get traffic if they are healthy; at least
 *     one
 * @see <a
 *     href="https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoints-endpoint-weights.unhealthy-endpoints.html">How
 *     failover works for unhealthy endpoints</a>
 */
public record PlannedAccelerator(Value dnsName, List<Value> addresses, List<Value> behind) {
  public PlannedAccelerator {
    addresses = List.copyOf(addresses);
    behind = List.copyOf(behind);
    if (behind.isEmpty()) {
      throw new IllegalArgumentException("nothing is behind " + dnsName);
    }
  }

  /** All values that an answer can contain for it. */
  public List<Value> values() {
    return Stream.concat(Stream.of(dnsName), addresses.stream()).toList();
  }

  /** The same with {@code replacement} applied to each value. */
  PlannedAccelerator with(UnaryOperator<Value> replacement) {
    return new PlannedAccelerator(
        replacement.apply(dnsName),
        addresses.stream().map(replacement).toList(),
        behind.stream().map(replacement).toList());
  }
}
