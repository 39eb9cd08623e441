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
 */
public final class DeploymentBuilder {
  private static final String SOURCE = "DeploymentBuilder";

  private final String application;
  private final String environment;
  private Mapping zone;

  // The mappings whose keys are names, by their key, in the order of the first call.
  private final Map<String, Mapping> sections = new LinkedHashMap<>();
  private Mapping top = Mapping.EMPTY;
  private final Map<String, Mapping> records = new LinkedHashMap<>();
  private final List<String> silenced = new ArrayList<>();

  private DeploymentBuilder(String application, String environment, String zone) {
    this.application = application;
    this.environment = environment;
    this.zone = Mapping.of("name", zone);
  }

  /**
   * A deployment that creates its hosted zone and has local states, but no regions or names yet.
   *
   * @param application 1 to 32 characters: a-z, 0-9 and -, starting with a letter
   * @param environment the same form
   * @param zone the name of the hosted zone, such as {@code example.com}
   */
  public static DeploymentBuilder of(String application, String environment, String zone) {
    return new DeploymentBuilder(application, environment, zone);
  }

  /**
   * The application and environment that the stacks were created with, if the deployment was
   * renamed since. Names of stacks, states, and resources in AWS keep them.
   */
  public DeploymentBuilder was(String earlierApplication, String earlierEnvironment) {
    return set(
        "was",
        Mapping.of("application", earlierApplication).with("environment", earlierEnvironment));
  }

  /** Uses the existing public hosted zone with the zone's name, instead of creating one. */
  public DeploymentBuilder existingZone() {
    zone = zone.with("existing", true);
    return this;
  }

  /** Uses the hosted zone with that ID, such as {@code Z0123456789ABCDEFGHIJ}. */
  public DeploymentBuilder existingZone(String id) {
    zone = zone.with("id", id);
    return this;
  }

  /** Adopts a private hosted zone, which is found by its name. */
  public DeploymentBuilder privateZone() {
    zone = zone.with("existing", true).with("private", true);
    return this;
  }

  /** Adopts the private hosted zone with that ID. */
  public DeploymentBuilder privateZone(String id) {
    zone = zone.with("id", id).with("private", true);
    return this;
  }

  /** Also creates a private zone with names of its own, next to the public one. */
  public DeploymentBuilder privateZone(PrivateZoneSettings settings) {
    return set("private", settings.mapping());
  }

  /** Where Terraform keeps the states; by default, in files next to {@code cdktf.out}. */
  public DeploymentBuilder state(StateSettings state) {
    return set("state", state.mapping());
  }

  /** Regions, by their codes, with the common settings. */
  public DeploymentBuilder regions(String... codes) {
    Arrays.stream(codes).forEach(code -> add("regions", code, Mapping.EMPTY));
    return this;
  }

  /** A region with its own site settings. Each key overrides the common one. */
  public DeploymentBuilder region(String code, SiteSettings site) {
    return add("regions", code, Mapping.of("site", site.mapping()));
  }

  /** A region with its own site settings and its own health check. */
  public DeploymentBuilder region(String code, SiteSettings site, Check healthCheck) {
    return add(
        "regions",
        code,
        Mapping.of("site", site.mapping()).with("health-check", healthCheck.value()));
  }

  /** The site settings of every region. */
  public DeploymentBuilder site(SiteSettings site) {
    return set("site", site.mapping());
  }

  /** The health check of regions and endpoints that do not have one of their own. */
  public DeploymentBuilder healthCheck(Check check) {
    return set("health-check", check.value());
  }

  /** A health check with a name, for {@link Check#named}. */
  public DeploymentBuilder healthCheck(String name, Check check) {
    return add("health-checks", name, check.value());
  }

  /** An endpoint that is not a region of this deployment. */
  public DeploymentBuilder endpoint(String name, Endpoint endpoint) {
    return add("endpoints", name, endpoint.mapping());
  }

  /** An accelerator, whose name is that of an endpoint. */
  public DeploymentBuilder accelerator(String name, Accelerator accelerator) {
    return add("accelerators", name, accelerator.mapping());
  }

  /** Client addresses for {@link Policy#ipBased}. */
  public DeploymentBuilder cidrCollection(String name, CidrLocations locations) {
    return add("cidr-collections", name, locations.mapping());
  }

  /** Regions that people can take out of service. */
  public DeploymentBuilder switches(SwitchSettings switches) {
    return set("switches", switches.mapping());
  }

  /** The TTL of records in seconds, 0 to 2147483647; by default, 60. Aliases have no TTL. */
  public DeploymentBuilder ttl(int seconds) {
    return set("ttl", seconds);
  }

  /**
   * A routed name.
   *
   * @param label relative to the zone: {@code api}, {@code *.tenants}, or {@code @} for itself
   */
  public DeploymentBuilder name(String label, Policy policy) {
    return add("names", label, policy.mapping());
  }

  /**
   * A routed name with settings of its own, such as a TTL.
   *
   * @param label as in {@link #name(String, Policy)}
   */
  public DeploymentBuilder name(String label, Policy policy, NameSettings settings) {
    return add("names", label, policy.mapping().with(settings.mapping()));
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

  /** A routed name, as in {@link #name(String, Policy)}, with different A and AAAA records. */
  public DeploymentBuilder nameByType(String label, Policy ipv4, Policy ipv6) {
    return add("names", label, Mapping.of("A", ipv4.mapping()).with("AAAA", ipv6.mapping()));
  }

  /** Creates an alarm per health check, and an SNS topic that sends email to these addresses. */
  public DeploymentBuilder alerts(String... emails) {
    return alerts(AlertSettings.newTopic().email(emails));
  }

  /** Creates an alarm per health check, which notifies an SNS topic. */
  public DeploymentBuilder alerts(AlertSettings settings) {
    return set("alerts", settings.mapping());
  }

  /**
   * How many record sets of a zone one apply may update, and how many it may delete, before {@code
   * diff} needs {@code --force}. By default, 30 % of 10 record sets or more.
   *
   * @param percent 0 to 100
   * @param from the number of record sets from which a zone is guarded, 1 to 10000
   */
  public DeploymentBuilder changeGuard(int percent, int from) {
    return set("change-guard", Mapping.of("percent", percent).with("from", from));
  }

  /** No limit for the number of record sets that one apply changes. */
  public DeploymentBuilder withoutChangeGuard() {
    return set("change-guard", false);
  }

  /** Leaves out the TXT records that name the application and environment of the names. */
  public DeploymentBuilder withoutOwnership() {
    return set("ownership", false);
  }

  /** A tag of all resources that support tags. */
  public DeploymentBuilder tag(String key, String value) {
    return add("tags", key, value);
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
    all = all.with(top).with(Mapping.of(sections));
    all = records.isEmpty() ? all : all.with("records", Mapping.of(records));
    return silenced.isEmpty() ? all : all.with("silence", List.copyOf(silenced));
  }

  private DeploymentBuilder set(String key, Object value) {
    top = top.with(key, value);
    return this;
  }

  private DeploymentBuilder add(String section, String key, Object value) {
    sections.merge(section, Mapping.of(key, value), Mapping::with);
    return this;
  }
}
