package dev.meridian.declaration.value;

import dev.meridian.model.RecordData;

/**
 * The TTLs that a declaration can have: all that Route 53 takes. The provider versions that stacks
 * require send 0 as well (terraform-provider-aws 36411).
 */
public final class TtlReader {
  private TtlReader() {}

  public static void check(int seconds) {
    RecordData.Values.checkTtl(seconds);
  }
}
