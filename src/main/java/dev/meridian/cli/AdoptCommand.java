package dev.meridian.cli;

import dev.meridian.adopt.Adopter;
import dev.meridian.adopt.Adoption;
import dev.meridian.adopt.ExistingZone;
import dev.meridian.adopt.ImportsFile;
import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.LiveImportIds;
import dev.meridian.aws.LiveZone;
import dev.meridian.aws.LiveZones;
import dev.meridian.cli.option.AwsEndpointOption;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.view.AdoptionText;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code adopt}: prepares the DNS stack to take over what exists. */
@Command(
    name = "adopt",
    description = "Writes which existing resources the DNS stack imports; changes nothing in AWS.")
final class AdoptCommand implements Callable<Integer> {
  @Mixin private DeclarationOption declaration;

  @Option(
      names = "--zone",
      paramLabel = "NAME|ID",
      description = "The hosted zone (default: the declaration's).")
  private @Nullable String zone;

  @Mixin private AwsEndpointOption endpoint;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput, AwsReadException, IOException {
    PrintWriter out = spec.commandLine().getOut();
    DeclarationOption.Loaded loaded = declaration.load(spec.commandLine().getErr());
    Deployment deployment = loaded.deployment();
    ExistingZone existing = live(deployment);
    AdoptedZone.check(deployment, existing, loaded.file());
    Adoption adoption = Adopter.match(deployment, loaded.compiled().plan(), existing);
    String stack = deployment.stacks().dns().name();
    new AdoptionText(adoption, stack).lines().forEach(out::println);
    Path file = ImportsFile.of(loaded.file());
    if (!adoption.imports().isEmpty()) {
      String name = String.valueOf(loaded.file().getFileName());
      Files.writeString(file, ImportsFile.text(name, stack, adoption.imports()));
      out.println();
      out.println("Wrote " + file + ". Next: ./meridian synth" + declaration.arguments());
    }
    return adoption.isExact() ? ExitCode.FINE : ExitCode.FINDING;
  }

  private ExistingZone live(Deployment deployment) throws BadInput, AwsReadException {
    AwsAccess access = endpoint.access();
    String wanted = zone == null ? AdoptedZone.reference(deployment.zone()) : plain(zone);
    Optional<LiveZone> found;
    try (LiveZones zones = new LiveZones(access)) {
      found = zones.read(wanted);
    }
    LiveZone live = found.orElseThrow(() -> unknown(wanted));
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

  /** Route 53's API writes an ID as {@code /hostedzone/Z123}. */
  private static String plain(String zone) {
    return zone.substring(zone.lastIndexOf('/') + 1);
  }

  private static BadInput unknown(String zone) {
    return new BadInput(
        List.of(
            new Diagnostic(
                SourceLocation.wholeFile("--zone"),
                zone,
                "the account has no hosted zone with this name or ID",
                "check the name, AWS_PROFILE, and AWS_ENDPOINT_URL")));
  }
}
