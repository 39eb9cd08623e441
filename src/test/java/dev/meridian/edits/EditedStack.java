package dev.meridian.edits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.cli.Run;
import dev.meridian.terraform.Terraform;
import dev.meridian.terraform.TerraformDiagnostic;
import dev.meridian.terraform.TerraformFailed;
import dev.meridian.terraform.TerraformSettings;
import dev.meridian.terraform.json.ManagedResource;
import dev.meridian.terraform.json.PlanSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A DNS stack that is applied before and after edits, in a zone of its own. */
final class EditedStack {
  private static final String STATE =
      """
      {"version": 4, "terraform_version": "1.10.0", "serial": 1, "lineage": "REGION", "resources": [],
       "outputs": {
         "alb_dns_name": {"value": "site.REGION.elb.amazonaws.com", "type": "string"},
         "alb_zone_id": {"value": "Z35SXDOTRQ7X7K", "type": "string"}}}
      """;

  private final Map<String, Object> common;
  private final List<Edit> edits;
  private final Path folder;
  private final Terraform terraform;
  private final ZoneClients clients;
  private final UnaryOperator<String> change;
  private SortedMap<String, Double> without = new TreeMap<>();
  private List<String> errors = List.of();
  private int applies;

  /**
   * @param name of the environment and, with {@code .example}, of the zone
   * @param clients who ask the zone
   * @param change of the stack that Meridian wrote
   */
  EditedStack(
      String name,
      Edit.All all,
      List<Edit> edits,
      Path folder,
      TerraformSettings settings,
      ZoneClients clients,
      UnaryOperator<String> change) {
    this.common = new TreeMap<>(all.common());
    this.common.put("environment", name);
    this.common.put("zone", zone(name));
    this.edits = edits;
    this.folder = folder;
    this.terraform =
        new Terraform(name, folder.resolve("cdktf.out/stacks/edits-" + name + "-dns"), settings);
    this.clients = clients;
    this.change = change;
  }

  static String zone(String name) {
    return name + ".example";
  }

  List<Edit> edits() {
    return edits;
  }

  void declare(boolean edited) throws IOException {
    Files.createDirectories(folder);
    createRegions();
    write("before.yaml", Edit.declaration(common, edits, Edit::before));
    write("meridian.yaml", Edit.declaration(common, edits, edited ? Edit::after : Edit::before));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  void synthesize() throws IOException {
    Path output = folder.resolve("cdktf.out");
    Path stack = output.resolve("stacks/edits-" + common.get("environment") + "-dns/cdk.tf");
    Files.deleteIfExists(stack); // synth refuses to overwrite a change by hand
    good("synth", "-c", declaration(), "-o", output.toString());
    Files.writeString(stack, change.apply(Files.readString(stack)));
  }

  private static void good(String... arguments) {
    Run run = Run.of(arguments);
    assertThat(run.exitCode()).as(run.toString()).isZero();
  }

  private String declaration() {
    return folder.resolve("meridian.yaml").toString();
  }

  /** The states of the regions, with what the DNS stack reads from them. */
  private void createRegions() throws IOException {
    for (Edit edit : edits) {
      for (String region : edit.regions()) {
        Files.writeString(
            folder.resolve(
                "terraform.edits-" + common.get("environment") + "-" + region + ".tfstate"),
            STATE.replace("REGION", region));
      }
    }
  }

  void create() throws TerraformFailed, InterruptedException {
    terraform.init();
    terraform.apply();
  }

  /**
   * Applies the edits while clients ask, in the steps of {@code migrate}. Each step is one apply.
   */
  void migrate() throws Exception {
    List<String> names = edits.stream().flatMap(edit -> edit.names().stream()).toList();
    List<String> command = new ArrayList<>(List.of("migrate", "-c", declaration()));
    command.addAll(names);
    List<String> first = new ArrayList<>(command);
    first.addAll(List.of("--before", folder.resolve("before.yaml").toString()));
    good(first.toArray(String[]::new));
    while (Files.exists(folder.resolve("meridian.migration.yaml"))) {
      synthesize();
      edit();
      good(command.toArray(String[]::new));
    }
    synthesize();
  }

  /** Applies the edits while clients ask. */
  void edit() throws Exception {
    clients.start();
    errors = List.of();
    applies++;
    try {
      terraform.apply();
    } catch (TerraformFailed e) {
      errors =
          e.failure().diagnostics().stream()
              .filter(one -> one.severity() == TerraformDiagnostic.Severity.ERROR)
              .map(one -> one.address() + " " + one.summary() + " " + one.detail())
              .toList();
      assertThat(errors).as(e.failure().message()).isNotEmpty();
    }
    clients.stop().forEach((question, seconds) -> without.merge(question, seconds, Double::sum));
  }

  /** What a plan would still change. */
  List<String> remaining() throws TerraformFailed, InterruptedException {
    Path plan = folder.resolve("plan");
    if (!terraform.plan(plan)) {
      return List.of();
    }
    return terraform.show(plan).summary().changes().stream()
        .map(PlanSummary.Change::address)
        .toList();
  }

  /** The addresses of the managed resources of a type in the state. */
  List<String> resources(String type) throws TerraformFailed, InterruptedException {
    return terraform.state().managed().stream()
        .filter(resource -> resource.type().equals(type))
        .map(ManagedResource::address)
        .toList();
  }

  /** What Terraform refused in the last apply: addresses and messages. */
  List<String> errors() {
    return errors;
  }

  /** How many times the edits were applied. */
  int applies() {
    return applies;
  }

  /** The seconds without an answer, by question and client, in all applies of edits. */
  SortedMap<String, Double> without() {
    return without;
  }

  /** The part of {@link #without} that an edit is responsible for, and did not ask for. */
  SortedMap<String, Double> without(Edit edit) {
    SortedMap<String, Double> own = new TreeMap<>(without);
    own.keySet()
        .removeIf(
            one ->
                edit.names().stream().noneMatch(name -> one.startsWith(name + "." + zone() + " "))
                    || edit.gone().stream()
                        .map(gone -> gone.replace("example.com", zone()))
                        .anyMatch(gone -> one.startsWith(gone + " ")));
    return own;
  }

  private String zone() {
    return (String) common.get("zone");
  }
}
