package dev.meridian.declaration;

import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordType;
import java.util.List;

/**
 * The answer that clients must get, like a unit test.
 *
 * @param from the clients; empty for all clients
 * @param down the regions, endpoints, and health checks that fail
 * @param path its path in the file, such as {@code expect.www[0]}
 */
public record Expectation(
    DnsName name,
    RecordType type,
    List<DeclaredClient> from,
    List<String> down,
    ExpectedAnswer answer,
    SourceLocation at,
    String path) {

  public Expectation {
    from = List.copyOf(from);
    down = List.copyOf(down);
  }
}
