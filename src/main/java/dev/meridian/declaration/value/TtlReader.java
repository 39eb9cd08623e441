package dev.meridian.declaration.value;

import dev.meridian.model.RecordData;
import dev.meridian.model.Value;
import java.util.List;

/**
 * Asks the model whether it takes a TTL. The provider versions that stacks require send 0 as well
 * (terraform-provider-aws 36411).
 */
public final class TtlReader {
  private static final List<Value> ANY = List.of(Value.literal("192.0.2.1"));

  private TtlReader() {}

  public static RecordData check(int seconds) {
    return new RecordData.Values(seconds, ANY);
  }
}
