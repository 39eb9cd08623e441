package dev.meridian.declaration.value;

import dev.meridian.model.RecordData;

/**
 * Checks the TTLs of a declaration: every value that Route 53 accepts. This includes 0, which the
 * provider versions that stacks require can send (terraform-provider-aws issue 36411).
 */
public final class TtlReader {
  private TtlReader() {}

  public static void check(int seconds) {
    RecordData.Values.checkTtl(seconds);
  }
}
