package dev.meridian.declaration.value;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.declaration.yaml.ClosestMatch;
import dev.meridian.declaration.yaml.YamlNode;
import java.util.Optional;

/** Reads the code of an existing AWS region. */
public final class RegionCodeReader {

  private RegionCodeReader() {}

  public static Optional<String> read(YamlNode value) {
    return value.text().filter(code -> check(value, code));
  }

  /** Whether AWS has the region {@code code}. If not, reports it at {@code place}. */
  public static boolean check(YamlNode place, String code) {
    if (AwsRegions.byCode(code).isPresent()) {
      return true;
    }
    String fix =
        ClosestMatch.of(code, AwsRegions.codes())
            .map(near -> "did you mean " + near + "?")
            .orElse("write a code such as eu-west-1");
    place.report("there is no AWS region \"" + code + "\"", fix);
    return false;
  }
}
