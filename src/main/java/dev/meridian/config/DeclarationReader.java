package dev.meridian.config;

import dev.meridian.problem.Problem;
import dev.meridian.problem.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Reads the top of the document, section by section. */
final class DeclarationReader {
  private static final int DEFAULT_TTL = 60;

  private final String file;
  private final Located root;

  DeclarationReader(String file, Located root) {
    this.file = file;
    this.root = root;
  }

  /**
   * Returns the deployment; what is missing from it where a problem was reported does not count.
   */
  Optional<Deployment> read() {
    Optional<Section> declaration = root.section(Keys.DECLARATION);
    declaration.ifPresent(this::checkRequired);
    return declaration.flatMap(this::read);
  }

  private void checkRequired(Section declaration) {
    Map.of(
            "application", "storefront",
            "environment", "production",
            "zone", "example.com",
            "names", "{api: {simple: us-east-1}}")
        .forEach((key, example) -> require(declaration, key, example));
  }

  private void require(Section declaration, String key, String example) {
    if (!declaration.has(key) && !declaration.meant(List.of(key))) {
      root.problems()
          .accept(
              new Problem(
                  Source.wholeFile(file), key, "is missing", "write " + key + ": " + example));
    }
  }

  private Optional<Deployment> read(Section top) {
    Scope scope = Scope.of(root);
    int ttl = top.integer("ttl", DEFAULT_TTL, Ttl::check);
    Optional<ZoneDeclaration> zone = top.get("zone").flatMap(ZoneReader::read);
    StateBackend state =
        top.get("state").flatMap(StateReader::own).orElse(new StateBackend.Local("."));
    HealthChecksReader checks = new HealthChecksReader(scope);
    Map<String, HealthCheckDeclaration> named = checks.read(top.get("health-checks"));
    CheckReferenceReader references = new CheckReferenceReader(scope);
    CheckReference common =
        top.get("health-check").flatMap(references::read).orElseGet(ProbeReader::standard);
    Map<String, RegionDeclaration> regions = new RegionsReader(top, references, common).read();
    Map<String, EndpointDeclaration> endpoints =
        new EndpointsReader(references, common).read(top.get("endpoints"));
    checks.checkChildren(named, regions, endpoints);
    CidrCollectionsReader collections = new CidrCollectionsReader(top.get("cidr-collections"));
    PolicyReader policies = new PolicyReader(scope, references, named, collections);
    NamesReader names = new NamesReader(policies, zone, ttl);
    List<NameDeclaration> read = names.read(top.get("names"));
    Goals goals =
        new GoalsReader(scope, zone.map(ZoneDeclaration::name), Scope.names(root.peek("names")))
            .read(top);
    Optional<String> application = top.get("application").flatMap(Word::read);
    Optional<String> environment = top.get("environment").flatMap(Word::read);
    Alerts alerts = AlertsReader.read(top.get("alerts"));
    SortedMap<String, String> tags = TagsReader.read(top.get("tags"));
    Set<String> silenced = SilenceReader.read(top.get("silence"));
    if (application.isEmpty() || environment.isEmpty() || zone.isEmpty()) {
      return Optional.empty();
    }
    Deployment deployment =
        new Deployment(
            application.get(),
            environment.get(),
            zone.get(),
            state,
            regions,
            endpoints,
            named,
            collections.read(),
            read,
            goals,
            alerts,
            tags,
            silenced);
    root.peek("state").ifPresent(place -> PgSchemas.check(deployment, place));
    return Optional.of(deployment);
  }
}
