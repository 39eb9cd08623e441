package dev.meridian.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code health-check}: none, the name of a health check, or a probe in place. */
final class CheckReferenceReader {
  private static final String NONE = "none";
  private static final List<String> ONLY_NAMED =
      List.of("calculated", "cloudwatch-metric", "recovery-control");

  private final Scope scope;

  CheckReferenceReader(Scope scope) {
    this.scope = scope;
  }

  Optional<CheckReference> read(Located value) {
    if (value.isMapping()) {
      return inline(value);
    }
    return value.isText()
        ? value.text().flatMap(name -> named(value, name))
        : value.wrong(
            "a name or a mapping", "write none, a name of health-checks, or {path: /health}");
  }

  private static Optional<CheckReference> inline(Located value) {
    return value
        .section(Keys.PROBE, CheckReferenceReader::tell)
        .map(section -> new CheckReference.Inline(ProbeReader.read(section)));
  }

  private static boolean tell(Located.Pair pair) {
    boolean known = ONLY_NAMED.contains(pair.name());
    if (known) {
      pair.key()
          .problem(
              "only a probe can be written in place",
              "write this under health-checks, and its name here");
    }
    return known;
  }

  private Optional<CheckReference> named(Located value, String name) {
    if (name.equals(NONE)) {
      return Optional.of(new CheckReference.None());
    }
    if (scope.checks().contains(name)) {
      return Optional.of(new CheckReference.Named(name));
    }
    List<String> known = new ArrayList<>(scope.checks());
    known.add(NONE);
    return value.refuse(
        "there is no health check \"" + name + "\" in health-checks", Choice.of(name, known));
  }
}
