package dev.meridian.cli.option;

import dev.meridian.compile.Origins;
import dev.meridian.declaration.DeclaredClient;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.PrivateZone;
import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.ConflictingRecords;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.UnreadRecord;
import dev.meridian.model.ZoneKind;
import dev.meridian.resolve.ApexRecords;
import dev.meridian.resolve.client.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A routing plan and its source.
 *
 * @param name the source's name in messages
 * @param declared the declaration it was compiled from; null if it was not compiled
 * @param zoneId of its hosted zone; null before the zone is created
 * @param leftOut what the source contains but the plan cannot express, in lines for people
 * @param unread the record sets among {@code leftOut}
 * @param apex the NS and SOA records of the zone itself, as far as they are known
 * @param source what the plan was read from
 * @param origins where the parts of the plan are declared
 */
public record LoadedPlan(
    String name,
    RoutingPlan plan,
    ZoneKind kind,
    DeclarationOption.@Nullable Loaded declared,
    @Nullable String zoneId,
    List<String> leftOut,
    List<UnreadRecord> unread,
    ApexRecords apex,
    PlanSource source,
    Origins origins) {

  public LoadedPlan {
    leftOut = List.copyOf(leftOut);
    unread = List.copyOf(unread);
  }

  public static LoadedPlan of(DeclarationOption.Loaded loaded) {
    return new LoadedPlan(
        loaded.file() + (loaded.deployment().isPrivateZone() ? " (private zone)" : ""),
        loaded.compiled().plan(),
        loaded.deployment().zone().kind(),
        loaded,
        null,
        List.of(),
        List.of(),
        new ApexRecords(List.of(), !created(loaded)),
        PlanSource.DECLARATION,
        loaded.compiled().origins());
  }

  /** {@code public} or {@code private}. */
  public String kindWord() {
    return ZoneChoice.word(kind);
  }

  /** What to say about the other zone of the declaration; empty if there is none. */
  public Optional<String> otherZone() {
    Optional<Deployment> whole = declaration().map(DeclarationOption.Loaded::deployment);
    return whole.flatMap(it -> it.privateZone().map(within -> otherZone(it, within.zone().name())));
  }

  /**
   * What to say about a name that the private zone of the declaration has, and this plan lacks;
   * empty if there is no such name.
   *
   * @param words the name relative to the zone, {@code @}, or the full name
   */
  public Optional<String> onlyInPrivateZone(String words) {
    return declaration()
        .flatMap(DeclarationOption.Loaded::ofPrivateZone)
        .filter(within -> !has(plan, words) && has(within.compiled().plan(), words))
        .map(
            within ->
                words
                    + " is a name of the private zone "
                    + within.deployment().zoneName()
                    + "; add --zone-kind private");
  }

  private static boolean has(RoutingPlan plan, String words) {
    return plan.groups().keySet().stream()
        .map(key -> key.name())
        .anyMatch(
            name ->
                name.text().equalsIgnoreCase(words)
                    || name.relativeTo(plan.zone()).orElse("@").equalsIgnoreCase(words));
  }

  private static String otherZone(Deployment asked, DnsName privateZone) {
    return asked.isPrivateZone()
        ? "Only the private zone " + privateZone + "."
        : "Only the public zone "
            + asked.zoneName()
            + "; add --zone-kind private for the private zone "
            + privateZone
            + ".";
  }

  /**
   * Whether the plan manages a part of a zone that exists already, so that other record sets of the
   * zone stay as they are: a declaration that adopts its zone, or a Terraform plan that does not
   * create it.
   */
  public boolean isPartOfZone() {
    return switch (source.kind()) {
      case DECLARATION, PLAN -> apex.zoneExists();
      case STATE, LIVE -> false;
    };
  }

  /** The Regions with a VPC that can ask a private zone, sorted; empty if they are not known. */
  public SortedSet<String> vpcRegions() {
    return declaration()
        .map(DeclarationOption.Loaded::deployment)
        .filter(Deployment::isPrivateZone)
        .flatMap(Deployment::privateZone)
        .filter(PrivateZone::isCreated)
        .map(PrivateZone::vpcRegions)
        .orElseGet(TreeSet::new);
  }

  /** Whether a client can ask the zone, as far as that is known. */
  public boolean canAsk(Client client) {
    SortedSet<String> regions = vpcRegions();
    return regions.isEmpty() || client.vpcRegion() == null || regions.contains(client.vpcRegion());
  }

  /**
   * A diagnostic for a client that cannot ask the zone, as far as that is known.
   *
   * @param at where the client is written
   * @param client as it is written
   */
  Optional<Diagnostic> refused(SourceLocation at, DeclaredClient client, Client known) {
    return canAsk(known)
        ? Optional.empty()
        : Optional.of(
            new Diagnostic(
                at,
                "",
                "no VPC in " + client.text() + " can ask the private zone " + plan.zone(),
                "use " + String.join(", ", vpcRegions())));
  }

  /** This plan with more record sets of its zone. */
  public LoadedPlan withZone(RoutingPlan whole, List<UnreadRecord> lacking) {
    return new LoadedPlan(
        name, whole, kind, declared, zoneId, leftOut, lacking, apex, source, origins);
  }

  /**
   * This plan as what was made from a declaration, which names its endpoints and has its goals.
   * Also the kind of the zone is the declared one, because a rehearsal replaces private zones.
   */
  LoadedPlan from(DeclarationOption.Loaded declaration) {
    return new LoadedPlan(
        name,
        plan,
        declaration.deployment().zone().kind(),
        declaration,
        zoneId,
        leftOut,
        unread,
        apex,
        source,
        declaration.compiled().origins());
  }

  /** This plan, which counts conflicting record sets as unread: either of two can be the answer. */
  LoadedPlan withoutGuesses() {
    Map<RecordKey, RecordKey> conflicts = ConflictingRecords.in(plan);
    if (conflicts.isEmpty()) {
      return this;
    }
    List<String> lines = new ArrayList<>(leftOut);
    List<UnreadRecord> lacking = new ArrayList<>(unread);
    conflicts.forEach(
        (later, earlier) -> {
          lines.add(
              name
                  + ": "
                  + ConflictingRecords.why(later, earlier)
                  + ", so it is not known which of the two exists");
          lacking.add(UnreadRecord.of(later.group(), false));
        });
    return new LoadedPlan(
        name, plan, kind, declared, zoneId, lines, lacking, apex, source, origins);
  }

  /** Whether the DNS stack creates the zone. */
  private static boolean created(DeclarationOption.Loaded loaded) {
    return loaded.deployment().zone().adoption() instanceof ZoneDeclaration.Adoption.Created;
  }

  /** The ID of the zone: as read, or as declared for an existing zone. */
  public Optional<String> knownZoneId() {
    Optional<String> read = Optional.ofNullable(zoneId);
    return read.or(
        () ->
            declaration()
                .map(it -> it.deployment().zone().adoption())
                .filter(ZoneDeclaration.Adoption.ById.class::isInstance)
                .map(adoption -> ((ZoneDeclaration.Adoption.ById) adoption).zoneId()));
  }

  /** The declaration, if the plan was compiled from one. */
  Optional<DeclarationOption.Loaded> declaration() {
    return Optional.ofNullable(declared);
  }
}
