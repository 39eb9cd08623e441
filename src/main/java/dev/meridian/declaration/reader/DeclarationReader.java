package dev.meridian.declaration.reader;

import dev.meridian.declaration.AcceleratorDeclaration;
import dev.meridian.declaration.Alerts;
import dev.meridian.declaration.ChangeLimits;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.DeploymentName;
import dev.meridian.declaration.EndpointDeclaration;
import dev.meridian.declaration.Goals;
import dev.meridian.declaration.HealthCheckDeclaration;
import dev.meridian.declaration.HealthCheckReference;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.PrivateZone;
import dev.meridian.declaration.RecordDeclaration;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.StateBackend;
import dev.meridian.declaration.Switches;
import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.declaration.reader.health.HealthCheckReferenceReader;
import dev.meridian.declaration.reader.health.HealthChecksReader;
import dev.meridian.declaration.reader.health.ProbeReader;
import dev.meridian.declaration.reader.privatezone.PrivateRegionsReader;
import dev.meridian.declaration.reader.state.PgSchemaCheck;
import dev.meridian.declaration.reader.state.StateBackendReader;
import dev.meridian.declaration.value.ChangeGuardReader;
import dev.meridian.declaration.value.DeclaredNames;
import dev.meridian.declaration.value.NameFormat;
import dev.meridian.declaration.value.OriginalNameReader;
import dev.meridian.declaration.value.TtlReader;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.ZoneKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Reads the top-level keys of a declaration. */
final class DeclarationReader {
  private static final int DEFAULT_TTL = 60;

  private final String file;
  private final YamlNode root;

  DeclarationReader(String file, YamlNode root) {
    this.file = file;
    this.root = root;
  }

  /** Returns the deployment. If a problem was reported, it can be incomplete; don't use it then. */
  Optional<Deployment> read() {
    Optional<YamlMapping> declaration = root.mapping(AllowedKeys.DECLARATION);
    declaration.ifPresent(this::checkRequired);
    return declaration.flatMap(this::read);
  }

  private void checkRequired(YamlMapping declaration) {
    Map.of(
            "application", "storefront",
            "environment", "production",
            "zone", "example.com",
            "names", "{api: {simple: us-east-1}}")
        .forEach((key, example) -> require(declaration, key, example));
  }

  private void require(YamlMapping declaration, String key, String example) {
    boolean either = key.equals("names") && declaration.has("records");
    if (!declaration.has(key) && !declaration.meant(List.of(key)) && !either) {
      root.diagnostics()
          .accept(
              new Diagnostic(
                  SourceLocation.wholeFile(file),
                  key,
                  "is missing",
                  "write " + key + ": " + example));
    }
  }

  private Optional<Deployment> read(YamlMapping top) {
    DeclaredNames declaredNames = DeclaredNames.of(root);
    int ttl = top.integer("ttl", DEFAULT_TTL, TtlReader::check);
    Optional<ZoneDeclaration> zone = top.get("zone").flatMap(ZoneReader::read);
    StateBackend state =
        top.get("state").flatMap(StateBackendReader::own).orElse(new StateBackend.Local("."));
    HealthChecksReader checks = new HealthChecksReader(declaredNames, ZoneKind.PUBLIC);
    Map<String, HealthCheckDeclaration> named = checks.read(top.get("health-checks"));
    HealthCheckReferenceReader references =
        new HealthCheckReferenceReader(declaredNames, ZoneKind.PUBLIC);
    HealthCheckReference common =
        top.get("health-check").flatMap(references::read).orElseGet(ProbeReader::standard);
    Map<String, RegionDeclaration> regions =
        new RegionsReader(top, references, common, PrivateRegionsReader.named(root)).read();
    Map<String, EndpointDeclaration> endpoints =
        new EndpointsReader(references, common).read(top.get("endpoints"));
    Map<String, AcceleratorDeclaration> accelerators =
        new AcceleratorsReader(declaredNames, references, common, regions)
            .read(top.get("accelerators"));
    checks.checkChildren(named, regions, endpoints, accelerators);
    Switches switches = new SwitchesReader(declaredNames.regions()).read(top.get("switches"));
    CidrCollectionsReader collections = new CidrCollectionsReader(top.get("cidr-collections"));
    PolicyTreeReader policies =
        new PolicyTreeReader(declaredNames, references, named, Optional.of(collections));
    NamesReader names = new NamesReader(policies, zone, regions, ttl);
    List<NameDeclaration> read = names.read(top.get("names"));
    List<RecordDeclaration> records =
        new RecordsReader(zone.map(ZoneDeclaration::name), ttl).read(top.get("records"));
    Goals goals =
        new GoalsReader(
                declaredNames,
                zone.map(ZoneDeclaration::name),
                DeclaredNames.names(root.peek("names")))
            .read(top);
    Optional<PrivateZone> internal = new PrivateZoneReader(root, regions, ttl).read(top, zone);
    Optional<String> application = top.get("application").flatMap(NameFormat::read);
    Optional<String> environment = top.get("environment").flatMap(NameFormat::read);
    Alerts alerts = AlertsReader.read(top.get("alerts"));
    ChangeLimits changeLimits = ChangeGuardReader.read(top.get("change-guard"));
    SortedMap<String, String> tags = TagsReader.read(top.get("tags"));
    boolean ownership = top.flag("ownership", true);
    Set<String> silenced = SilenceReader.read(top.get("silence"));
    if (application.isEmpty() || environment.isEmpty() || zone.isEmpty()) {
      return Optional.empty();
    }
    Deployment deployment =
        new Deployment(
            application.get(),
            environment.get(),
            OriginalNameReader.read(
                top.get("was"), new DeploymentName(application.get(), environment.get())),
            zone.get(),
            state,
            regions,
            endpoints,
            accelerators,
            named,
            collections.read(),
            read,
            records,
            goals,
            alerts,
            changeLimits,
            tags,
            silenced,
            ownership,
            switches,
            internal.orElse(null));
    root.peek("state").ifPresent(place -> PgSchemaCheck.check(deployment, place));
    return Optional.of(deployment);
  }
}
