package dev.meridian.cli;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.ListedZone;
import dev.meridian.aws.LiveZones;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.Ownership;
import dev.meridian.declaration.Ownership.Claim;
import dev.meridian.diagnostic.InvalidDeclaration;
import dev.meridian.model.DnsName;
import dev.meridian.operate.MultiStackPlan;
import dev.meridian.operate.ZoneReference;
import dev.meridian.stacks.DnsAddresses;
import dev.meridian.terraform.json.PlanSummary.Action;
import dev.meridian.terraform.json.PlanSummary.Change;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names of a declaration that belong to another application or environment. */
final class OtherOwners {
  private static final Set<Action> WRITING =
      EnumSet.of(Action.CREATE, Action.UPDATE, Action.REPLACE);

  private OtherOwners() {}

  /** Who owns the names, and how they can change hands; nothing if {@code claims} is empty. */
  static List<String> lines(List<Claim> claims) {
    List<String> lines = new ArrayList<>();
    claims.forEach(claim -> lines.add(claim.toString()));
    Set<String> ways = new LinkedHashSet<>();
    for (Claim claim : claims) {
      if (claim.owner() == null) {
        ways.add(
            "use another name, delete that record if nobody needs it, or write ownership: false");
      } else {
        ways.add(
            "use another name. If "
                + claim.owner()
                + ", hands it over, write ownership: false in its declaration, apply that, and run"
                + " ./meridian adopt here");
      }
    }
    ways.forEach(way -> lines.add("    fix: " + way));
    return lines;
  }

  /**
   * Before a plan that writes ownership records, reads the zone and reports names that belong to
   * somebody else. Imported records are not reported: adopt wrote their imports because somebody
   * asked for it.
   *
   * @return false if somebody else owns a name, or if the zone cannot be read
   */
  static boolean areNone(
      DeclarationOption.Loaded loaded, MultiStackPlan plan, AwsAccess access, PrintWriter err) {
    Deployment deployment = loaded.deployment();
    DnsAddresses addresses = DnsAddresses.of(deployment, loaded.compiled().plan());
    Set<String> writes = new HashSet<>();
    plan.stacks().stream()
        .filter(stack -> stack.stack().equals(deployment.stacks().dns().name()))
        .flatMap(stack -> stack.summary().changes().stream())
        .filter(change -> WRITING.contains(change.action()) && !change.isImported())
        .map(Change::address)
        .forEach(writes::add);
    Ownership ownership = Ownership.of(deployment);
    Set<DnsName> planned = new HashSet<>();
    ownership.byName().values().stream()
        .filter(record -> writes.contains(addresses.record(record.key())))
        .forEach(record -> planned.add(record.name()));
    if (planned.isEmpty() || addresses.zone().filter(writes::contains).isPresent()) {
      return true;
    }
    try {
      List<Claim> claims =
          claims(deployment, ownership, access).stream()
              .filter(claim -> claim.isWholeZone() || planned.contains(claim.record().name()))
              .toList();
      lines(claims).forEach(err::println);
      return claims.isEmpty();
    } catch (AwsReadException e) {
      return notChecked(e.getMessage(), err);
    } catch (InvalidDeclaration e) {
      return notChecked(e.diagnostics().get(0).what(), err);
    }
  }

  private static boolean notChecked(String why, PrintWriter err) {
    err.println("It was not checked whether somebody else owns the names: " + why);
    return false;
  }

  private static List<Claim> claims(Deployment deployment, Ownership ownership, AwsAccess access)
      throws AwsReadException {
    String wanted = ZoneReference.of(deployment.zone());
    try (LiveZones zones = new LiveZones(access)) {
      Optional<ListedZone> zone = ZoneReference.only(zones.find(wanted), wanted, deployment.zone());
      return zone.isEmpty() ? List.of() : ownership.others(zones.read(zone.get()).plan());
    }
  }
}
