package dev.meridian.builder;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.reader.DeploymentReader;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.InvalidDeclaration;
import dev.meridian.diagnostic.SourceLocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds a {@link Deployment} in Java. Every setting is a key of the declaration, with the same
 * checks, ranges, and defaults; docs/declaration.md describes them.
 *
 * <pre>{@code
 * Deployment deployment =
 *     DeploymentBuilder.of("storefront", "production", "example.com")
 *         .regions("us-east-1", "eu-west-1")
 *         .name("api", Policy.weighted().branch("us-east-1", 70).branch("eu-west-1", 30))
 *         .build();
 * }</pre>
 *
 * <p>{@link #build} checks all settings at once.
 */
public final class DeploymentBuilder {
  private static final String SOURCE = "DeploymentBuilder";

  private final String application;
  private final String environment;
  private Mapping zone;
  private Mapping top = Mapping.EMPTY;
  private Mapping regions = Mapping.EMPTY;
  private Mapping endpoints = Mapping.EMPTY;
  private Mapping healthChecks = Mapping.EMPTY;
  private Mapping cidrCollections = Mapping.EMPTY;
  private Mapping names = Mapping.EMPTY;
  private final Map<String, Mapping> records = new LinkedHashMap<>();
  private Mapping tags = Mapping.EMPTY;
  private final List<String> silenced = new ArrayList<>();

  private DeploymentBuilder(String application, String environment, String zone) {
    this.application = application;
    this.environment = environment;
    this.zone = Mapping.of("name", zone);
  }

  /**
   * A deployment that creates its hosted zone and has local states, but no regions or names yet.
   *
   * @param application 1 to 32 characters: a-z, 0-9 and -, starting with a letter; part of every
   *     name
   * @param environment the same form
   * @param zone the name of the hosted zone, such as {@code example.com}
   */
  public static DeploymentBuilder of(String application, String environment, String zone) {
    return new DeploymentBuilder(application, environment, zone);
  }

  /** Uses the existing public hosted zone with the zone's name, instead of creating one. */
  public DeploymentBuilder existingZone() {
    zone = zone.with("existing", true);
    return this;
  }

  /**
   * Uses an existing hosted zone instead of creating one.
   *
   * @param id such as {@code Z0123456789ABCDEFGHIJ}
   */
  public DeploymentBuilder existingZone(String id) {
    zone = zone.with("id", id);
    return this;
  }

  /** Adopts a private hosted zone, which is found by its name. */
  public DeploymentBuilder privateZone() {
    zone = zone.with("existing", true).with("private", true);
    return this;
  }

  /**
   * Adopts a private hosted zone.
   *
   * @param id such as {@code Z0123456789ABCDEFGHIJ}
   */
  public DeploymentBuilder privateZone(String id) {
    zone = zone.with("id", id).with("private", true);
    return this;
  }

  /** Where Terraform keeps the states; by default, in files next to {@code cdktf.out}. */
  public DeploymentBuilder state(StateSettings state) {
    top = top.with("state", state.mapping());
    return this;
  }

  /** Regions, by their codes, with the common settings. */
  public DeploymentBuilder regions(String... codes) {
    Arrays.stream(codes).forEach(code -> regions = regions.with(code, Mapping.EMPTY));
    return this;
  }

  /** A region with its own site settings. Each key overrides the common one. */
  public DeploymentBuilder region(String code, SiteSettings site) {
    regions = regions.with(code, Mapping.of("site", site.mapping()));
    return this;
  }

  /** A region with its own site settings and its own health check. */
  public DeploymentBuilder region(String code, SiteSettings site, Check healthCheck) {
    regions =
        regions.with(
            code, Mapping.of("site", site.mapping()).with("health-check", healthCheck.value()));
    return this;
  }

  /** The site settings of every region. */
  public DeploymentBuilder site(SiteSettings site) {
    top = top.with("site", site.mapping());
    return this;
  }

  /** The health check of regions and endpoints that do not have one of their own. */
  public DeploymentBuilder healthCheck(Check check) {
    top = top.with("health-check", check.value());
    return this;
  }

  /** A health check with a name, for {@link Check#named}. */
  public DeploymentBuilder healthCheck(String name, Check check) {
    healthChecks = healthChecks.with(name, check.value());
    return this;
  }

  /** An endpoint that is not a region of this deployment. */
  public DeploymentBuilder endpoint(String name, Endpoint endpoint) {
    endpoints = endpoints.with(name, endpoint.mapping());
    return this;
  }

  /** Client addresses for {@link Policy#ipBased}. */
  public DeploymentBuilder cidrCollection(String name, CidrLocations locations) {
    cidrCollections = cidrCollections.with(name, locations.mapping());
    return this;
  }

  /** The TTL of records in seconds, 0 to 2147483647; by default, 60. Aliases have no TTL. */
  public DeploymentBuilder ttl(int seconds) {
    top = top.with("ttl", seconds);
    return this;
  }

  /**
   * A routed name.
   *
   * @param label relative to the zone: {@code api}, {@code *.tenants}, or {@code @} for the zone
   *     itself
   */
  public DeploymentBuilder name(String label, Policy policy) {
    names = names.with(label, policy.mapping());
    return this;
  }

  /**
   * A routed name with its own TTL.
   *
   * @param ttl seconds, 0 to 2147483647
   */
  public DeploymentBuilder name(String label, Policy policy, int ttl) {
    names = names.with(label, policy.mapping().with("ttl", ttl));
    return this;
  }

  /**
   * A record set of a type that is not routed, with the common TTL.
   *
   * @param label as in {@link #name(String, Policy)}
   * @param type such as {@code MX} or {@code TXT}; A, AAAA, and CNAME records are routed names
   * @param values such as {@code 10 mail.example.com}; Meridian quotes and splits texts
   */
  public DeploymentBuilder records(String label, String type, String... values) {
    return withRecords(label, type, List.of(values));
  }

  /**
   * A record set of a type that is not routed, with its own TTL.
   *
   * @param ttl seconds, 0 to 2147483647
   */
  public DeploymentBuilder records(String label, String type, int ttl, String... values) {
    return withRecords(label, type, Mapping.of("values", List.of(values)).with("ttl", ttl));
  }

  private DeploymentBuilder withRecords(String label, String type, Object content) {
    records.merge(label, Mapping.of(type, content), Mapping::with);
    return this;
  }

  /**
   * A routed name whose A and AAAA records have different policies.
   *
   * @param label relative to the zone: {@code api}, {@code *.tenants}, or {@code @} for the zone
   *     itself
   */
  public DeploymentBuilder nameByType(String label, Policy ipv4, Policy ipv6) {
    names = names.with(label, Mapping.of("A", ipv4.mapping()).with("AAAA", ipv6.mapping()));
    return this;
  }

  /** Creates an alarm per health check, and an SNS topic that sends email to these addresses. */
  public DeploymentBuilder alerts(String... emails) {
    top = top.with("alerts", Mapping.of("email", List.of(emails)));
    return this;
  }

  /** Leaves out the TXT records that name the application and environment of the names. */
  public DeploymentBuilder withoutOwnership() {
    top = top.with("ownership", false);
    return this;
  }

  /** A tag of all resources that support tags. */
  public DeploymentBuilder tag(String key, String value) {
    tags = tags.with(key, value);
    return this;
  }

  /** The IDs of lint warnings to hide. */
  public DeploymentBuilder silence(String... ids) {
    silenced.addAll(List.of(ids));
    return this;
  }

  /**
   * The deployment.
   *
   * @throws InvalidDeclaration with all problems
   */
  public Deployment build() {
    List<Diagnostic> diagnostics = new ArrayList<>();
    Optional<Deployment> read =
        new DeploymentReader(found -> diagnostics.add(withoutPlace(found)))
            .read(SOURCE, declaration().json());
    return read.orElseThrow(() -> new InvalidDeclaration(diagnostics));
  }

  /** The path says where the problem is; a line of the generated JSON would not help. */
  private static Diagnostic withoutPlace(Diagnostic found) {
    return new Diagnostic(
        SourceLocation.wholeFile(SOURCE), found.path(), found.what(), found.fix());
  }

  private Mapping declaration() {
    Mapping all =
        Mapping.of("application", application).with("environment", environment).with("zone", zone);
    all = all.with(top);
    all = withUnlessEmpty(all, "regions", regions);
    all = withUnlessEmpty(all, "endpoints", endpoints);
    all = withUnlessEmpty(all, "health-checks", healthChecks);
    all = withUnlessEmpty(all, "cidr-collections", cidrCollections);
    all = withUnlessEmpty(all, "names", names);
    all =
        withUnlessEmpty(
            all,
            "records",
            new Mapping(
                records.entrySet().stream()
                    .map(e -> new Mapping.Entry(e.getKey(), e.getValue()))
                    .toList()));
    all = withUnlessEmpty(all, "tags", tags);
    return silenced.isEmpty() ? all : all.with("silence", List.copyOf(silenced));
  }

  private static Mapping withUnlessEmpty(Mapping all, String key, Mapping added) {
    return added.isEmpty() ? all : all.with(key, added);
  }
}
