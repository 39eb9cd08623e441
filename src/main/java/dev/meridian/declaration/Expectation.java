package dev.meridian.declaration;

import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordType;
import java.util.List;

/**
 * What clients must be answered, like a unit test.
 *
 * @param from who asks; empty for everybody
 * @param down regions and endpoints that have failed, and health checks that fail by themselves
 * @param path the way to it through the file, such as {@code expect.www[0]}
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
