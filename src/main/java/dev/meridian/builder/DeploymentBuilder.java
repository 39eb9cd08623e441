package dev.meridian.builder;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.reader.DeploymentReader;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.InvalidDeclaration;
import dev.meridian.diagnostic.SourceLocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Builds a {@link Deployment} in Java. Every setting is a key of the declaration and has its
 * checks, ranges and defaults; docs/declaration.md describes them.
 *
 * <pre>{@code
 * Deployment deployment =
 *     DeploymentBuilder.of("storefront", "production", "example.com")
 *         .regions("us-east-1", "eu-west-1")
 *         .name("api", Policy.weighted().branch("us-east-1", 70).branch("eu-west-1", 30))
 *         .build();
 * }</pre>
 *
 * <p>Settings are checked by {@link #build}, all at once.
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
  private Mapping tags = Mapping.EMPTY;
  private final List<String> silenced = new ArrayList<>();

  private DeploymentBuilder(String application, String environment, String zone) {
    this.application = application;
    this.environment = environment;
    this.zone = Mapping.of("name", zone);
  }

  /**
   * A deployment that creates its hosted zone, in local states, without regions or names.
   *
   * @param application 1 to 32 characters of a-z, 0-9 and -, a letter first; part of every name
   * @param environment the same form
   * @param zone the name of the hosted zone, such as {@code example.com}
   */
  public static DeploymentBuilder of(String application, String environment, String zone) {
    return new DeploymentBuilder(application, environment, zone);
  }

  /** Adopts the public hosted zone that has the zone's name, instead of creating one. */
  public DeploymentBuilder existingZone() {
    zone = zone.with("existing", true);
    return this;
  }

  /**
   * Adopts a hosted zone instead of creating one.
   *
   * @param id such as {@code Z0123456789ABCDEFGHIJ}
   */
  public DeploymentBuilder existingZone(String id) {
    zone = zone.with("id", id);
    return this;
  }

  /** Adopts a private hosted zone, looked up by its name; Meridian creates none. */
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

  /** Where Terraform keeps the states; without it, in files beside {@code cdktf.out}. */
  public DeploymentBuilder state(StateSettings state) {
    top = top.with("state", state.mapping());
    return this;
  }

  /** Regions, by their codes, with the common settings. */
  public DeploymentBuilder regions(String... codes) {
    Arrays.stream(codes).forEach(code -> regions = regions.with(code, Mapping.EMPTY));
    return this;
  }

  /** A region with its own site settings, which are laid over the common ones key by key. */
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

  /** The TTL in seconds of records that have one, 1 to 2147483647; without it, 60. */
  public DeploymentBuilder ttl(int seconds) {
    top = top.with("ttl", seconds);
    return this;
  }

  /**
   * A name that is routed.
   *
   * @param label relative to the zone: {@code api}, {@code *.tenants}, or {@code @} for the zone
   *     itself
   */
  public DeploymentBuilder name(String label, Policy policy) {
    names = names.with(label, policy.mapping());
    return this;
  }

  /**
   * A name that is routed, with its own TTL.
   *
   * @param ttl seconds, 1 to 2147483647
   */
  public DeploymentBuilder name(String label, Policy policy, int ttl) {
    names = names.with(label, policy.mapping().with("ttl", ttl));
    return this;
  }

  /** Creates an alarm per health check and an SNS topic that sends mail to these addresses. */
  public DeploymentBuilder alerts(String... emails) {
    top = top.with("alerts", Mapping.of("email", List.of(emails)));
    return this;
  }

  /** A tag of everything that has tags. */
  public DeploymentBuilder tag(String key, String value) {
    tags = tags.with(key, value);
    return this;
  }

  /** Lint warnings not to report, by their ids. */
  public DeploymentBuilder silence(String... ids) {
    silenced.addAll(List.of(ids));
    return this;
  }

  /**
   * The deployment.
   *
   * @throws InvalidDeclaration with every setting that is wrong
   */
  public Deployment build() {
    List<Diagnostic> problems = new ArrayList<>();
    Optional<Deployment> read =
        new DeploymentReader(found -> problems.add(withoutPlace(found)))
            .read(SOURCE, declaration().json());
    return read.orElseThrow(() -> new InvalidDeclaration(problems));
  }

  /** A line of our own JSON would say nothing; the path says where. */
  private static Diagnostic withoutPlace(Diagnostic found) {
    return new Diagnostic(
        SourceLocation.wholeFile(SOURCE), found.path(), found.what(), found.fix());
  }

  private Mapping declaration() {
    Mapping all =
        Mapping.of("application", application).with("environment", environment).with("zone", zone);
    all = all.with(top);
    all = section(all, "regions", regions);
    all = section(all, "endpoints", endpoints);
    all = section(all, "health-checks", healthChecks);
    all = section(all, "cidr-collections", cidrCollections);
    all = section(all, "names", names);
    all = section(all, "tags", tags);
    return silenced.isEmpty() ? all : all.with("silence", List.copyOf(silenced));
  }

  private static Mapping section(Mapping all, String key, Mapping section) {
    return section.isEmpty() ? all : all.with(key, section);
  }
}
