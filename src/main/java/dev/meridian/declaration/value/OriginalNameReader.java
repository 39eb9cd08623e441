package dev.meridian.declaration.value;

import dev.meridian.declaration.DeploymentName;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import java.util.Optional;

/** Reads {@code was}: the application and environment that a renamed deployment began with. */
public final class OriginalNameReader {
  private OriginalNameReader() {}

  /** A part that {@code was} leaves out has not changed; without {@code was}, none has. */
  public static DeploymentName read(Optional<YamlNode> was, DeploymentName now) {
    Optional<YamlMapping> read = was.flatMap(value -> value.mapping(AllowedKeys.WAS));
    if (read.isEmpty()) {
      return now;
    }
    DeploymentName original =
        new DeploymentName(
            part(read.get(), "application", now.application()),
            part(read.get(), "environment", now.environment()));
    if (original.equals(now)) {
      was.get()
          .report(
              "this is the current name",
              "write the application or environment that the stacks were created with, or remove"
                  + " was");
    }
    return original;
  }

  private static String part(YamlMapping was, String key, String now) {
    return was.get(key).flatMap(NameFormat::read).orElse(now);
  }
}
