package dev.meridian.declaration.value;

import dev.meridian.declaration.ChangeLimits;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.model.InvalidValue;
import java.util.Optional;

/** Reads {@code change-guard}: limits, or {@code false} for none. */
public final class ChangeGuardReader {
  private static final int MOST_PERCENT = 100;

  private ChangeGuardReader() {}

  public static ChangeLimits read(Optional<YamlNode> guard) {
    return guard.map(ChangeGuardReader::read).orElse(ChangeLimits.STANDARD);
  }

  private static ChangeLimits read(YamlNode guard) {
    if (guard.isMapping()) {
      return guard
          .mapping(AllowedKeys.CHANGE_GUARD)
          .map(ChangeGuardReader::limits)
          .orElse(ChangeLimits.STANDARD);
    }
    if (guard.isBoolean()) {
      return guard.flag().orElse(true) ? ChangeLimits.STANDARD : ChangeLimits.OFF;
    }
    guard.wrong(
        "a mapping or false",
        "write change-guard: {percent: 30, from: 10}, or change-guard: false");
    return ChangeLimits.STANDARD;
  }

  private static ChangeLimits limits(YamlMapping mapping) {
    return new ChangeLimits(
        mapping.integer(
            "percent",
            ChangeLimits.STANDARD.percent(),
            percent -> check(percent, 0, MOST_PERCENT, "is not a share of a zone's record sets")),
        mapping.integer(
            "from",
            ChangeLimits.STANDARD.from(),
            from ->
                check(
                    from,
                    1,
                    ChangeLimits.MOST_RECORD_SETS,
                    "is not a number of record sets in a zone")));
  }

  private static void check(int number, int least, int most, String what) {
    if (number < least || number > most) {
      throw new InvalidValue(number + " " + what, "write a number from " + least + " to " + most);
    }
  }
}
