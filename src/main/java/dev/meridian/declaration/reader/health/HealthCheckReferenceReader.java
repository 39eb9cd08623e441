package dev.meridian.declaration.reader.health;

import dev.meridian.declaration.HealthCheckReference;
import dev.meridian.declaration.value.DeclaredNames;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.Suggestions;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.model.ZoneKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code health-check}: none, the name of a health check, or an inline probe. */
public final class HealthCheckReferenceReader {
  private static final String NONE = "none";
  private static final List<String> ONLY_NAMED =
      List.of("calculated", "cloudwatch-metric", "recovery-control");

  private final DeclaredNames declaredNames;
  private final ZoneKind zone;

  /**
   * @param zone where the health checks are used: in a private zone, they are not probes
   */
  public HealthCheckReferenceReader(DeclaredNames declaredNames, ZoneKind zone) {
    this.declaredNames = declaredNames;
    this.zone = zone;
  }

  public Optional<HealthCheckReference> read(YamlNode value) {
    if (value.isMapping()) {
      return zone == ZoneKind.PRIVATE ? HealthChecksReader.refuseProbe(value) : inline(value);
    }
    return value.isText()
        ? value.text().flatMap(name -> named(value, name))
        : value.wrong(
            "a name or a mapping", "write none, a name from health-checks, or {path: /health}");
  }

  private static Optional<HealthCheckReference> inline(YamlNode value) {
    return value
        .mapping(AllowedKeys.PROBE, HealthCheckReferenceReader::report)
        .map(
            mapping -> {
              checkEarlierName(mapping);
              return new HealthCheckReference.Inline(ProbeReader.read(mapping));
            });
  }

  /** Without a name, it has the names of the branch or endpoint, which have their own was. */
  private static void checkEarlierName(YamlMapping check) {
    if (!check.has("name")) {
      check
          .get("was")
          .ifPresent(
              was ->
                  was.report(
                      "this health check is named after where it is declared",
                      "write was at the branch or endpoint instead, or give the check a name"));
    }
  }

  private static boolean report(YamlNode.Pair pair) {
    boolean known = ONLY_NAMED.contains(pair.name());
    if (known) {
      pair.key()
          .report(
              "only a probe can be defined here",
              "define this check under health-checks, and write its name here");
    }
    return known;
  }

  private Optional<HealthCheckReference> named(YamlNode value, String name) {
    if (name.equals(NONE)) {
      return Optional.of(new HealthCheckReference.None());
    }
    if (declaredNames.checks().contains(name)) {
      return Optional.of(new HealthCheckReference.Named(name));
    }
    List<String> known = new ArrayList<>(declaredNames.checks());
    known.add(NONE);
    return value.refuse(
        "there is no health check \"" + name + "\" in health-checks", Suggestions.of(name, known));
  }
}
