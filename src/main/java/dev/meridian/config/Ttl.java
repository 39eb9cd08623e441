package dev.meridian.config;

import dev.meridian.model.Answer;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.Value;
import java.util.List;

/** Asks the model whether it takes a TTL. */
final class Ttl {
  private static final List<Value> ANY = List.of(Value.literal("192.0.2.1"));

  private Ttl() {}

  /** Route 53 takes 0, but Terraform's AWS provider would leave it out and the API then refuse. */
  static Answer check(int seconds) {
    if (seconds == 0) {
      throw new InvalidValue(
          "Terraform's AWS provider cannot write a ttl of 0", "use 1 or more seconds");
    }
    return new Answer.Values(seconds, ANY);
  }
}
