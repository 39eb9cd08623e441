package dev.meridian.cli.zone;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.ListedZone;
import dev.meridian.aws.LiveZones;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.LoadedPlan;
import dev.meridian.cli.option.PlanSource;
import dev.meridian.cli.view.change.Notice;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.Ownership;
import dev.meridian.declaration.Ownership.Claim;
import dev.meridian.diagnostic.InvalidDeclaration;
import dev.meridian.model.DnsName;
import dev.meridian.model.RoutingPlan;
import dev.meridian.operate.MultiStackPlan;
import dev.meridian.operate.ZoneReference;
import dev.meridian.stacks.DnsAddresses;
import dev.meridian.terraform.json.PlanSummary.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of a declaration that belong to another application or environment. */
public final class OtherOwners {
  private OtherOwners() {}

  /** Who owns the names, and how they can change hands; nothing if {@code claims} is empty. */
  public static List<String> lines(List<Claim> claims) {
    List<String> lines = new ArrayList<>();
    claims.forEach(claim -> lines.add(claim.toString()));
    Set<String> ways = new LinkedHashSet<>();
    claims.forEach(claim -> ways.add(way(claim)));
    ways.forEach(way -> lines.add("    fix: " + way));
    return lines;
  }

  private static String way(Claim claim) {
    return claim.owner() == null
        ? "use another name, delete that record if nobody needs it, or write ownership: false"
        : "use another name. If "
            + claim.owner()
            + ", hands it over, write ownership: false in its declaration, apply that, and run"
            + " ./meridian adopt here";
  }

  /**
   * The owners of names in a state, a plan, or a zone. In a zone, what is declared and exists
   * counts as managed by the stack, unless an ownership record of the name says otherwise.
   */
  static List<Notice> in(LoadedPlan before, Deployment deployment) {
    if (before.declared() != null || !before.plan().zone().equals(deployment.zoneName())) {
      return List.of();
    }
    boolean live = before.source().kind() == PlanSource.Kind.LIVE;
    return Ownership.of(deployment).others(before.plan()).stream()
        .filter(claim -> !(live && claim.isWholeZone()))
        .map(OtherOwners::notice)
        .toList();
  }

  private static Notice notice(Claim claim) {
    return new Notice("other-owner", claim.subject().text(), claim.toString(), way(claim), false);
  }

  /**
   * Before a plan that takes names, reads the zone and reports those that belong to somebody else.
   * Imported records are not reported: adopt wrote their imports because somebody asked for it.
   */
  public static List<Notice> of(
      DeclarationOption.Loaded loaded, MultiStackPlan plan, AwsAccess access) {
    Deployment deployment = loaded.deployment();
    Taken taken = Taken.by(plan, loaded);
    if (taken.isNothing()) {
      return List.of();
    }
    try {
      return claims(deployment, access).stream()
          .filter(taken::contains)
          .map(OtherOwners::notice)
          .toList();
    } catch (AwsReadException e) {
      return List.of(notChecked(deployment, String.valueOf(e.getMessage())));
    } catch (InvalidDeclaration e) {
      return List.of(notChecked(deployment, e.diagnostics().get(0).what()));
    }
  }

  private static Notice notChecked(Deployment deployment, String why) {
    return new Notice(
        "not-known",
        deployment.zoneName().text(),
        "it was not checked whether somebody else owns the names: " + why,
        "give the command access to the hosted zone, or write ownership: false",
        false);
  }

  private static List<Claim> claims(Deployment deployment, AwsAccess access)
      throws AwsReadException {
    String wanted = ZoneReference.of(deployment.zone());
    try (LiveZones zones = new LiveZones(access)) {
      Optional<ListedZone> zone = ZoneReference.only(zones.find(wanted), wanted, deployment.zone());
      return zone.isEmpty()
          ? List.of()
          : Ownership.of(deployment).others(zones.read(zone.get()).plan());
    }
  }

  /**
   * What a plan takes.
   *
   * @param claimed the names whose ownership records it writes
   * @param created the names of the record sets that it creates
   */
  private record Taken(Set<DnsName> claimed, Set<DnsName> created) {

    static Taken by(MultiStackPlan plan, DeclarationOption.Loaded loaded) {
      Deployment deployment = loaded.deployment();
      RoutingPlan declared = loaded.compiled().plan();
      DnsAddresses addresses = DnsAddresses.of(deployment, declared);
      Map<String, Action> actions = new HashMap<>();
      plan.stacks().stream()
          .filter(stack -> stack.stack().equals(deployment.stacks().dns().name()))
          .flatMap(stack -> stack.summary().changes().stream())
          .filter(change -> !change.isImported())
          .forEach(change -> actions.put(change.address(), change.action()));
      Set<DnsName> claimed = new HashSet<>();
      Set<DnsName> created = new HashSet<>();
      if (addresses.zone().map(actions::get).filter(Action.CREATE::equals).isPresent()) {
        return new Taken(claimed, created);
      }
      Ownership ownership = Ownership.of(deployment);
      ownership
          .byName()
          .forEach(
              (name, record) -> {
                if (isWritten(actions.get(addresses.record(record.key())))) {
                  claimed.add(name);
                }
              });
      if (!ownership.byName().isEmpty()) {
        declared.records().stream()
            .filter(record -> actions.get(addresses.record(record.key())) == Action.CREATE)
            .forEach(record -> created.add(record.name()));
      }
      return new Taken(claimed, created);
    }

    private static boolean isWritten(@Nullable Action action) {
      return action == Action.CREATE || action == Action.UPDATE || action == Action.REPLACE;
    }

    boolean isNothing() {
      return claimed.isEmpty() && created.isEmpty();
    }

    /** A zone's owner does not mind record sets that the stack has already. */
    boolean contains(Claim claim) {
      return created.contains(claim.subject())
          || (claimed.contains(claim.subject()) && !claim.isWholeZone());
    }
  }
}
