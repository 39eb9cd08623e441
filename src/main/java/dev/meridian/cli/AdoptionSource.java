package dev.meridian.cli;

import dev.meridian.adopt.ExistingZone;
import dev.meridian.adopt.OldStates;
import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.ListedZone;
import dev.meridian.aws.LiveImportIds;
import dev.meridian.aws.LiveZone;
import dev.meridian.aws.LiveZones;
import dev.meridian.cli.option.AwsEndpointOption;
import dev.meridian.cli.option.BadInput;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.operate.ZoneReference;
import dev.meridian.terraform.json.TerraformFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where {@code adopt} finds what exists: in AWS, or in states. */
final class AdoptionSource {
  @Option(
      names = "--zone",
      paramLabel = "NAME|ID",
      description = "The hosted zone in AWS (default without --state: the declaration's).")
  private @Nullable String zone;

  @Option(
      names = "--state",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "The states that manage the records until now: output of terraform show -json, or a"
              + " terraform.tfstate. Without --zone, AWS is not asked.")
  private final List<Path> states = new ArrayList<>();

  @Mixin private AwsEndpointOption endpoint;

  /** The given states; none if none are given. */
  OldStates states() throws BadInput {
    List<Diagnostic> problems = new ArrayList<>();
    List<TerraformFile> files =
        states.stream().flatMap(path -> TerraformFile.read(path, problems::add).stream()).toList();
    files.stream().filter(TerraformFile::isPlan).map(AdoptionSource::plan).forEach(problems::add);
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
    return new OldStates(files);
  }

  private static Diagnostic plan(TerraformFile file) {
    return new Diagnostic(
        SourceLocation.wholeFile(file.name()),
        "",
        "it is a plan, which also contains what does not exist yet",
        "use the state: the output of terraform show -json without a plan, or a terraform.tfstate");
  }

  boolean hasStates() {
    return !states.isEmpty();
  }

  ExistingZone read(Deployment deployment, OldStates old) throws BadInput, AwsReadException {
    return states.isEmpty() || zone != null
        ? live(deployment)
        : stored(deployment.zone(), old.zones(deployment.zone()));
  }

  private static ExistingZone stored(ZoneDeclaration declared, List<ExistingZone> zones)
      throws BadInput {
    if (zones.size() == 1) {
      return zones.get(0);
    }
    String found = zones.stream().map(one -> one.zone().id()).collect(Collectors.joining(", "));
    throw bad(
        "--state",
        "",
        zones.isEmpty()
            ? "the states have no records of the zone " + declared.name() + ", which is declared"
            : "the states have several zones " + declared.name() + ": " + found,
        "declare the zone's ID, as in zone: {name: " + declared.name() + ", id: Z…}");
  }

  private ExistingZone live(Deployment deployment) throws BadInput, AwsReadException {
    AwsAccess access = endpoint.accessWithProgress();
    String wanted = zone == null ? ZoneReference.of(deployment.zone()) : plain(zone);
    LiveZone live;
    try (LiveZones zones = new LiveZones(access)) {
      live = zones.read(chosen(zones.find(wanted), wanted, deployment.zone()));
    }

    boolean created = deployment.zone().adoption() instanceof ZoneDeclaration.Adoption.Created;
    LiveImportIds ids =
        LiveImportIds.read(
            access,
            created ? Optional.of(live.id()) : Optional.empty(),
            !deployment.cidrCollections().isEmpty());
    return new ExistingZone(
        "the hosted zone " + live.name() + " (" + live.id() + ")",
        live,
        ids.cidrCollections(),
        ids.reusableDelegationSet().isPresent());
  }

  /** The zone of the declared kind; if only the other kind exists, that zone. */
  private ListedZone chosen(List<ListedZone> found, String wanted, ZoneDeclaration declared)
      throws BadInput {
    Optional<ListedZone> meant = ZoneReference.only(found, wanted, declared);
    if (meant.isEmpty() && found.isEmpty()) {
      throw bad(
          zone == null ? "zone" : "--zone",
          wanted,
          "the account has no hosted zone with this name or ID",
          "check the name, AWS_PROFILE, and AWS_ENDPOINT_URL");
    }
    return meant.orElseGet(() -> found.get(0));
  }

  /** Route 53's API writes an ID as {@code /hostedzone/Z123}. */
  private static String plain(String zone) {
    return zone.substring(zone.lastIndexOf('/') + 1);
  }

  private static BadInput bad(String option, String place, String what, String fix) {
    return new BadInput(
        List.of(new Diagnostic(SourceLocation.wholeFile(option), place, what, fix)));
  }
}
