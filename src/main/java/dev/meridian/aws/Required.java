package dev.meridian.aws;

import dev.meridian.model.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * Fields that the API always sends by its documentation, and an emulator or a proxy may leave out.
 * What lacks one is named as unread; the rest of the zone is read.
 */
final class Required {
  private Required() {}

  /**
   * The value.
   *
   * @param what the field, for people, without an article
   * @throws InvalidValue if there is none
   */
  static <T> T of(@Nullable T value, String what) {
    if (value == null) {
      throw new InvalidValue("it has no " + what, "look at it in Route 53");
    }
    return value;
  }
}
