package dev.meridian.declaration;

import dev.meridian.model.InvalidValue;

/** Checks the numbers of a site. */
final class SiteRange {

  private SiteRange() {}

  static void check(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new InvalidValue(
          key + " " + value + " is outside " + least + ".." + most, "use " + least + " to " + most);
    }
  }
}
