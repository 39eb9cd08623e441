package dev.meridian.declaration.reader.health;

import dev.meridian.declaration.HealthCheckDeclaration;
import dev.meridian.declaration.HealthCheckDeclaration.Kind;
import dev.meridian.declaration.HealthCheckReference;
import dev.meridian.declaration.value.DeclaredNames;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.Suggestions;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.model.HealthCheckConfig.Calculated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads calculated health checks. Whether a child can be counted is known only when everything is
 * read, so the children are kept until then.
 */
final class CalculatedCheckReader {
  /** A placeholder for children that cannot be read. The problem has been reported. */
  private static final List<String> UNREADABLE = List.of("unreadable");

  private final DeclaredNames declaredNames;
  private final List<Child> children = new ArrayList<>();

  private record Child(YamlNode at, String name) {}

  CalculatedCheckReader(DeclaredNames declaredNames) {
    this.declaredNames = declaredNames;
  }

  Optional<Kind> read(YamlMapping check) {
    Optional<YamlMapping> mapping =
        check.get("calculated").flatMap(value -> value.mapping(AllowedKeys.CALCULATED));
    return mapping.map(this::readCalculated);
  }

  private Kind readCalculated(YamlMapping calculated) {
    List<String> of =
        calculated.require("of", "[us-east-1, eu-west-1]").map(this::of).orElse(UNREADABLE);
    calculated.require("threshold", "1");
    int threshold = calculated.integer("threshold", 1, Calculated::checkThreshold);
    return new Kind.Calculated(threshold, of);
  }

  private List<String> of(YamlNode list) {
    List<String> names = new ArrayList<>();
    for (YamlNode item : list.items()) {
      item.text().flatMap(name -> known(item, name)).ifPresent(names::add);
    }
    boolean all = list.isList() && names.size() == list.items().size();
    return all ? list.checked(names, Calculated::checkChildren).orElse(UNREADABLE) : UNREADABLE;
  }

  private Optional<String> known(YamlNode item, String name) {
    if (declaredNames.hasEndpoint(name) || declaredNames.checks().contains(name)) {
      children.add(new Child(item, name));
      return Optional.of(name);
    }
    List<String> known = declaredNames.allEndpoints();
    known.addAll(declaredNames.checks());
    return item.refuse(
        "\"" + name + "\" is not a region, endpoint or health check of this file",
        Suggestions.of(name, known));
  }

  /**
   * Checks every child.
   *
   * @param guards the health check of each region and endpoint, by name
   */
  void checkChildren(
      Map<String, HealthCheckDeclaration> checks, Map<String, HealthCheckReference> guards) {
    for (Child child : children) {
      HealthCheckReference own = guards.get(child.name);
      HealthCheckReference guard = own == null ? new HealthCheckReference.Named(child.name) : own;
      guard
          .accept(new Countable(child.name, own != null, checks))
          .ifPresent(what -> child.at.report(what, "count another health check"));
    }
  }

  /** Says why a calculated check cannot count a child; empty if it can. */
  private record Countable(
      String name, boolean endpoint, Map<String, HealthCheckDeclaration> checks)
      implements HealthCheckReference.Cases<Optional<String>> {

    @Override
    public Optional<String> inherited(HealthCheckReference.Inherited reference) {
      return Optional.empty();
    }

    @Override
    public Optional<String> none(HealthCheckReference.None reference) {
      return Optional.of(name + " has no health check");
    }

    @Override
    public Optional<String> named(HealthCheckReference.Named reference) {
      Optional<Kind> kind =
          Optional.ofNullable(checks.get(reference.name())).map(HealthCheckDeclaration::kind);
      if (kind.filter(Kind.Calculated.class::isInstance).isPresent()) {
        return Optional.of("the health check of " + name + " is a calculated health check");
      }
      return kind.filter(k -> !endpoint && ProbeReader.needsEndpoint(k))
          .map(
              k ->
                  name + " probes every endpoint that uses it, so it is not a single health check");
    }

    @Override
    public Optional<String> inline(HealthCheckReference.Inline reference) {
      return Optional.empty();
    }
  }
}
