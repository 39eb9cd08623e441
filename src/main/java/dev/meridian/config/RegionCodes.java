package dev.meridian.config;

import dev.meridian.catalog.AwsRegions;
import java.util.Optional;

/** AWS region codes that exist. */
final class RegionCodes {

  private RegionCodes() {}

  static Optional<String> read(Located value) {
    return value.text().filter(code -> check(value, code));
  }

  /** Whether AWS has the region {@code code}, which stands at {@code place}. */
  static boolean check(Located place, String code) {
    if (AwsRegions.byCode(code).isPresent()) {
      return true;
    }
    String fix =
        NearWord.of(code, AwsRegions.codes())
            .map(near -> "did you mean " + near + "?")
            .orElse("write a code such as eu-west-1");
    place.problem("there is no AWS region \"" + code + "\"", fix);
    return false;
  }
}
