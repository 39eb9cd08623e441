package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.change.ChangeGuard;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.InputFile;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordKey;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A Terraform document with resources: a plan or a state from {@code terraform show -json}, or a
 * stored state (format version 4).
 *
 * @see <a href="https://developer.hashicorp.com/terraform/internals/json-format">JSON output
 *     format</a>
 */
public final class TerraformFile {
  /** The bytes and the texts of their tree take at least twice as much memory. */
  private static final int MAX_BYTES =
      (int)
          Math.min(
              Integer.MAX_VALUE / 2,
              Math.max(InputFile.MEGABYTE, Runtime.getRuntime().maxMemory() / 4));

  private static final String MORE_MEMORY =
      "give Java more memory, such as MERIDIAN_JAVA_OPTS=-Xmx1g, or name a smaller file";

  private static final String VPC_REGION = "vpc_region";

  private final String name;
  private final List<Resource> resources;
  private final StateOutputs outputs;
  private final JsonNode json;

  private TerraformFile(String name, JsonNode json, List<Resource> resources, JsonNode outputs) {
    this.name = name;
    this.json = json;
    this.resources = List.copyOf(resources);
    this.outputs = StateOutputs.of(outputs);
  }

  /** Reads {@code path}, or reports why it cannot be read. */
  public static Optional<TerraformFile> read(Path path, Consumer<Diagnostic> problems) {
    byte[] bytes;
    try {
      bytes = InputFile.read(path, MAX_BYTES);
    } catch (InputFile.TooLarge e) {
      return refuse(path, String.valueOf(e.getMessage()), MORE_MEMORY, problems);
    } catch (NoSuchFileException e) {
      return refuse(path, "there is no such file", "name a file that exists", problems);
    } catch (IOException e) {
      return refuse(
          path, "cannot be read", "check that it is a file and that you may read it", problems);
    }
    // A plan from terraform plan -out is a ZIP archive, not JSON.
    Optional<TerraformFile> file;
    try {
      file =
          Json.parse(bytes).filter(TerraformFile::isKnown).map(json -> of(path.toString(), json));
    } catch (OutOfMemoryError e) {
      return refuse(path, "does not fit into Java's memory", MORE_MEMORY, problems);
    }
    return file.isPresent()
        ? file
        : refuse(
            path,
            "is neither a plan nor a state in JSON",
            "write it with terraform show -json FILE, or name a terraform.tfstate",
            problems);
  }

  private static Optional<TerraformFile> refuse(
      Path path, String what, String fix, Consumer<Diagnostic> problems) {
    problems.accept(new Diagnostic(SourceLocation.wholeFile(path.toString()), "", what, fix));
    return Optional.empty();
  }

  private static boolean isKnown(JsonNode json) {
    return json.has("format_version") || isRawState(json);
  }

  private static boolean isRawState(JsonNode json) {
    return json.path("version").asInt() == StateFileJson.VERSION && json.has("lineage");
  }

  /**
   * Reads what {@code terraform state pull} printed.
   *
   * @return empty if it is not a state; an empty object is an empty state
   */
  public static Optional<TerraformFile> ofState(String name, String text) {
    return Json.parse(text)
        .filter(json -> isRawState(json) || (json.isObject() && json.isEmpty()))
        .map(json -> of(name, json));
  }

  public static TerraformFile of(String name, JsonNode json) {
    if (isRawState(json)) {
      return new TerraformFile(
          name, json, StateFileJson.resources(name, json), json.path("outputs"));
    }
    if (json.has("planned_values")) {
      List<Resource> planned = PlanJson.resources(name, json);
      return new TerraformFile(name, json, planned, json.path("planned_values").path("outputs"));
    }
    JsonNode values = json.path("values");
    return new TerraformFile(name, json, StateJson.resources(name, values), values.path("outputs"));
  }

  /** Its name in messages. */
  public String name() {
    return name;
  }

  /** The known outputs of the root module. */
  public StateOutputs outputs() {
    return outputs;
  }

  /** The state that a plan starts from, after the refresh; empty for a state. */
  TerraformFile priorState() {
    return new TerraformFile(
        name, MissingNode.getInstance(), PlanJson.before(name, json), MissingNode.getInstance());
  }

  /**
   * What exists after a plan is applied, including resources that the plan does not contain because
   * of {@code -target}, and those that Terraform only forgets.
   */
  TerraformFile applied() {
    ObjectNode reduced = JsonNodeFactory.instance.objectNode();
    reduced.set("errored", json.path("errored"));
    return new TerraformFile(
        name, reduced, PlanJson.after(name, json), json.path("planned_values").path("outputs"));
  }

  /** The whole document. */
  JsonNode json() {
    return json;
  }

  /** The changes in a plan; empty for a state. */
  public PlanSummary summary() {
    return PlanSummary.of(json);
  }

  /** How many record sets of each hosted zone a plan changes; empty for a state. */
  public List<ChangeGuard.Counts> zoneChanges() {
    return isPlan() ? ZoneChanges.of(json) : List.of();
  }

  /** Whether it is a plan, not a state. */
  public boolean isPlan() {
    return json.has("planned_values");
  }

  /**
   * The record sets of a zone that a plan deletes or replaces with others; empty for a state.
   *
   * @param zone the zone's name
   * @param zoneId the zone's ID; null before the zone is created
   */
  public Set<RecordKey> deletedRecords(DnsName zone, @Nullable String zoneId) {
    return zoneId == null ? Set.of() : DeletedRecords.of(this, zone, zoneId);
  }

  /**
   * Why a plan is incomplete; empty for complete plans and for states.
   *
   * @see <a
   *     href="https://developer.hashicorp.com/terraform/internals/json-format#plan-representation">Plan
   *     representation</a>
   */
  public Optional<String> incomplete() {
    if (json.path("errored").asBoolean()) {
      return Optional.of("the plan ended with an error, so the rest is missing");
    }
    // Terraform before 1.8 does not have this field.
    return json.path("complete").asBoolean(true)
        ? Optional.empty()
        : Optional.of("the plan leaves some changes to a later plan, as with -target");
  }

  /**
   * The Regions of the VPCs that private zones of a plan are associated with before it is applied,
   * sorted: those of the zones themselves, and those with an association of their own.
   */
  public SortedSet<String> earlierVpcRegions() {
    SortedSet<String> regions = new TreeSet<>();
    for (Resource resource : priorState().resources()) {
      if (!resource.data() && resource.type().equals("aws_route53_zone")) {
        resource.values().path("vpc").forEach(vpc -> regions.add(Json.text(vpc, VPC_REGION)));
      } else if (resource.type().equals("aws_route53_zone_association")) {
        regions.add(resource.text(VPC_REGION));
      }
    }
    regions.remove("");
    return regions;
  }

  /** The number of resources and data sources, with deposed objects. */
  public int size() {
    return existing().size();
  }

  /** The resources without data sources, with deposed objects, sorted by address. */
  public List<ManagedResource> managed() {
    return existing().stream()
        .filter(resource -> !resource.data())
        .map(ManagedResource::of)
        .sorted(Comparator.comparing(ManagedResource::address))
        .toList();
  }

  private List<Resource> existing() {
    return isRawState(json) ? StateFileJson.existing(name, json) : resources;
  }

  List<Resource> resources() {
    return resources;
  }
}
