package dev.meridian.declaration.reader;

import dev.meridian.declaration.EarlierName;
import dev.meridian.declaration.yaml.YamlMapping;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads {@code was}, the earlier name of a branch, an endpoint, or a health check. */
final class EarlierNameReader {
  private EarlierNameReader() {}

  /**
   * @param check throws an InvalidValue if the name could never have been valid
   */
  static Optional<EarlierName> read(YamlMapping mapping, Consumer<String> check) {
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
