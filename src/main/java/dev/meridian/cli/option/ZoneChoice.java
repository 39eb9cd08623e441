package dev.meridian.cli.option;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.DnsName;
import dev.meridian.model.ZoneKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which of several hosted zones a command reads. A public and a private zone can have the same name
 * (split-horizon DNS), and so can two zones of one kind.
 *
 * @param wanted the name, the hosted zone ID, or the Terraform address of a zone without an ID;
 *     null for any
 * @param kind null for any
 * @param counterpart the zone to compare with, which decides if several fit; null for none
 */
record ZoneChoice(
    @Nullable String wanted, @Nullable ZoneKind kind, @Nullable Candidate counterpart) {

  /**
   * A hosted zone to choose from.
   *
   * @param id null before the zone is created
   * @param address the Terraform address of a zone without an ID; otherwise empty
   */
  record Candidate(DnsName name, @Nullable String id, String address, ZoneKind kind) {

    /** What identifies it among zones of the same name: its ID, or its Terraform address. */
    Optional<String> identity() {
      return id != null ? Optional.of(id) : Optional.of(address).filter(text -> !text.isEmpty());
    }

    /** Such as {@code example.com (Z1)}, with the kind if {@code withKind} is true. */
    private String text(boolean withKind) {
      String word = ZoneChoice.word(kind);
      String known = identity().map(text -> withKind ? word + ", " + text : text).orElse(word);
      return name + (identity().isEmpty() && !withKind ? "" : " (" + known + ")");
    }
  }

  static ZoneChoice of(@Nullable String wanted, @Nullable ZoneKind kind) {
    return new ZoneChoice(wanted, kind, null);
  }

  /** This choice; if several zones fit, the one with the ID, name, and kind of {@code other}. */
  ZoneChoice like(LoadedPlan other) {
    Candidate zone =
        new Candidate(other.plan().zone(), other.knownZoneId().orElse(null), "", other.kind());
    return new ZoneChoice(wanted, kind, zone);
  }

  /**
   * The plan of one zone of a declaration; of two, the public one, unless a kind is chosen.
   *
   * @throws BadInput if the declaration does not have such a zone
   */
  LoadedPlan declared(DeclarationOption.Loaded loaded) throws BadInput {
    ZoneKind own = loaded.deployment().zone().kind();
    if (kind == null || kind == own) {
      return LoadedPlan.of(loaded);
    }
    return LoadedPlan.of(loaded.ofPrivateZone().orElseThrow(() -> onlyOne(loaded, own)));
  }

  private static BadInput onlyOne(DeclarationOption.Loaded loaded, ZoneKind own) {
    return new BadInput(
        List.of(
            new Diagnostic(
                SourceLocation.wholeFile(loaded.file().toString()),
                "",
                "it has only a " + word(own) + " zone, " + loaded.deployment().zoneName(),
                "leave --zone-kind out"
                    + (own == ZoneKind.PUBLIC ? ", or declare a zone under private" : ""))));
  }

  /** The kind of zones whose kind is written nowhere. */
  ZoneKind kindOrPublic() {
    return kind == null ? ZoneKind.PUBLIC : kind;
  }

  /** The zones that fit. */
  <T> List<T> among(List<T> zones, Function<T, Candidate> as) {
    return zones.stream().filter(zone -> fits(as.apply(zone))).toList();
  }

  /** Of several zones that fit, those that fit the counterpart best. */
  <T> List<T> best(List<T> fitting, Function<T, Candidate> as) {
    Candidate other = counterpart;
    if (other == null) {
      return fitting;
    }
    List<T> best =
        narrowed(fitting, as, zone -> other.id() != null && other.id().equals(zone.id()));
    best = narrowed(best, as, zone -> zone.name().equals(other.name()));
    return narrowed(best, as, zone -> zone.kind() == other.kind());
  }

  private static <T> List<T> narrowed(
      List<T> zones, Function<T, Candidate> as, Predicate<Candidate> test) {
    List<T> some = zones.stream().filter(zone -> test.test(as.apply(zone))).toList();
    return some.isEmpty() ? zones : some;
  }

  private boolean fits(Candidate zone) {
    return (wanted == null || is(zone, wanted)) && (kind == null || zone.kind() == kind);
  }

  private static boolean is(Candidate zone, String wanted) {
    String name = wanted.endsWith(".") ? wanted.substring(0, wanted.length() - 1) : wanted;
    return zone.name().text().equalsIgnoreCase(name)
        || zone.identity().filter(wanted::equals).isPresent();
  }

  /**
   * The zones as a list in a message.
   *
   * @param withKinds whether each has its kind; otherwise only private zones and zones of the same
   *     name
   */
  static String described(List<Candidate> zones, boolean withKinds) {
    return zones.stream()
        .map(zone -> zone.text(withKinds || isSplit(zone, zones)))
        .collect(Collectors.joining(", "));
  }

  private static boolean isSplit(Candidate zone, List<Candidate> zones) {
    return zone.kind() == ZoneKind.PRIVATE
        || zones.stream().filter(other -> other.name().equals(zone.name())).count() > 1;
  }

  /** The option that chooses one of {@code zones}. */
  static String fix(List<Candidate> zones) {
    long names = zones.stream().map(Candidate::name).distinct().count();
    if (names > 1) {
      return "use one of these as --zone";
    }
    boolean byKind = zones.size() == zones.stream().map(Candidate::kind).distinct().count();
    String identities =
        zones.stream()
            .flatMap(zone -> zone.identity().stream())
            .collect(Collectors.joining(" or --zone "));
    String byIdentity = identities.isEmpty() ? "" : "--zone " + identities;
    String either = byKind && !byIdentity.isEmpty() ? ", or " : "";
    return "use "
        + (byKind ? "--zone-kind public or --zone-kind private" : "")
        + either
        + byIdentity;
  }

  /** {@code public} or {@code private}. */
  static String word(ZoneKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
