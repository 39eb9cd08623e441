package dev.meridian.model;

import java.util.regex.Pattern;

/** The form of an AWS region code. The catalog says whether the region exists. */
final class RegionCode {
  private static final Pattern FORM = Pattern.compile("[a-z]{2,4}(?:-[a-z]+)++-[0-9]{1,2}");

  private RegionCode() {}

  static boolean isOne(String code) {
    return FORM.matcher(code).matches();
  }

  static void check(String code) {
    if (!isOne(code)) {
      throw new InvalidValue(
          "\"" + code + "\" is not an AWS region code", "write a code such as eu-west-1");
    }
  }
}
