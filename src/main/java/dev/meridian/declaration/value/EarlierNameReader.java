package dev.meridian.declaration.value;

import dev.meridian.declaration.EarlierName;
import dev.meridian.declaration.yaml.YamlMapping;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads {@code was}, the earlier name of a branch, an endpoint, or a health check. */
public final class EarlierNameReader {
  private EarlierNameReader() {}

  /**
   * The earlier name; empty if there is none, or if it is reported as a problem.
   *
   * @param check throws an InvalidValue if the name could never have been valid
   */
  public static Optional<EarlierName> read(YamlMapping mapping, Consumer<String> check) {
    return mapping
        .get("was")
        .flatMap(
            value ->
                value
                    .text()
                    .flatMap(text -> value.checked(text, check))
                    .map(text -> new EarlierName(text, value.at())));
  }
}
