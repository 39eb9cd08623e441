package dev.meridian.config;

import dev.meridian.model.Answer;
import dev.meridian.model.Value;
import java.util.List;

/**
 * Asks the model whether it takes a TTL. The provider versions that stacks require send 0 as well
 * (terraform-provider-aws 36411).
 */
final class Ttl {
  private static final List<Value> ANY = List.of(Value.literal("192.0.2.1"));

  private Ttl() {}

  static Answer check(int seconds) {
    return new Answer.Values(seconds, ANY);
  }
}
