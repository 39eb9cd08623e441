package dev.meridian.cli.zone;

import dev.meridian.adopt.ExistingZone;
import dev.meridian.cli.option.BadInput;
import dev.meridian.compile.CompiledPlan;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.declaration.ZoneDeclaration.Adoption;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.KeyPath;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.RrsetKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Checks that a declaration means an existing zone. Terraform replaces a record whose hosted zone
 * differs from the imported one, so a mistake here would delete records.
 */
public final class AdoptedZone {
  private final ZoneDeclaration declared;
  private final ExistingZone existing;
  private final List<Diagnostic> problems = new ArrayList<>();

  private AdoptedZone(ZoneDeclaration declared, ExistingZone existing) {
    this.declared = declared;
    this.existing = existing;
  }

  /**
   * Checks the zone, and that no traffic policy instance is where {@code compiled} has records.
   *
   * @throws BadInput with every problem
   */
  public static void check(Deployment deployment, CompiledPlan compiled, ExistingZone existing)
      throws BadInput {
    AdoptedZone zone = new AdoptedZone(deployment.zone(), existing);
    zone.check();
    if (zone.problems.isEmpty()) {
      zone.checkInstances(compiled);
    }
    if (!zone.problems.isEmpty()) {
      throw new BadInput(zone.problems);
    }
  }

  private void check() {
    String id = existing.zone().id();
    if (!existing.zone().name().equals(declared.name())) {
      refuse(
          "it declares the zone " + declared.name() + ", but " + existing.source() + " exists",
          "adopt the zone " + declared.name());
    } else if (declared.adoption() instanceof Adoption.ById other && !other.zoneId().equals(id)) {
      refuse(
          "it declares the zone " + other.zoneId() + ", but the records are in " + id,
          "write id: " + id + ", or adopt the other zone");
    } else if (existing.zone().kind() != declared.kind()) {
      refuse(
          "it is "
              + word(declared.kind())
              + ", but the zone "
              + id
              + " is "
              + word(existing.zone().kind()),
          "name the ID of the other zone with --zone, or declare private: true for a private one");
    } else if (declared.adoption() instanceof Adoption.Created && existing.delegationSet()) {
      refuse(
          "the zone " + id + " has a reusable delegation set, so Terraform would replace it",
          "leave the zone where it is managed: write zone: {name: "
              + declared.name()
              + ", id: "
              + id
              + "}");
    }
  }

  private void checkInstances(CompiledPlan compiled) {
    Set<RrsetKey> declaredGroups = compiled.plan().groups().keySet();
    for (RrsetKey key : existing.zone().policyInstances()) {
      if (declaredGroups.contains(key)) {
        problems.add(
            compiled
                .origins()
                .of(key)
                .orElseGet(() -> new Origin(declared.at(), KeyPath.verbatim(key.toString())))
                .problem(
                    "a traffic policy instance answers for "
                        + key
                        + ", and Route 53 has no record sets next to it",
                    "leave the name out, or delete the instance first"));
      }
    }
  }

  private static String word(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private void refuse(String what, String fix) {
    problems.add(new Diagnostic(declared.at(), KeyPath.of("zone"), what, fix));
  }
}
