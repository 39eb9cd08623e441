package dev.meridian.cli.zone;

import dev.meridian.adopt.ExistingZone;
import dev.meridian.cli.option.BadInput;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.declaration.ZoneDeclaration.Adoption;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.KeyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
   * Checks a declaration.
   *
   * @throws BadInput with everything that differs
   */
  public static void check(Deployment deployment, ExistingZone existing) throws BadInput {
    AdoptedZone zone = new AdoptedZone(deployment.zone(), existing);
    zone.check();
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

  private static String word(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private void refuse(String what, String fix) {
    problems.add(new Diagnostic(declared.at(), KeyPath.of("zone"), what, fix));
  }
}
