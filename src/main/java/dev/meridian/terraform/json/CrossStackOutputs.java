package dev.meridian.terraform.json;

import dev.meridian.model.RoutingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds, among files that are read together, the stacks whose outputs a plan reads. A state does
 * not say which {@code terraform_remote_state} reads it. So a file is the source with a name if the
 * file's name or folder ends with that name, or if an ARN in its outputs contains the region.
 * Otherwise, it is the source if it is the only file with all outputs that the plan reads.
 */
public final class CrossStackOutputs {
  private final List<TerraformFile> files;

  private CrossStackOutputs(List<TerraformFile> files) {
    this.files = List.copyOf(files);
  }

  public static CrossStackOutputs of(List<TerraformFile> files) {
    return new CrossStackOutputs(files);
  }

  /**
   * A plan in which the outputs that were found replace the references.
   *
   * @param notes what is not known yet, one line per source
   */
  public record Resolved(RoutingPlan plan, List<String> notes) {
    public Resolved {
      notes = List.copyOf(notes);
    }
  }

  /** The plan, with every output that one of the files has. */
  public Resolved resolve(RoutingPlan plan) {
    Map<String, StateOutputs> found = new TreeMap<>();
    for (String source : sources(plan)) {
      List<TerraformFile> meant = meant(source, plan);
      if (meant.size() == 1) {
        found.put(source, meant.get(0).outputs());
      }
    }
    KnownOutputs known = KnownOutputs.of(found);
    List<String> notes = new ArrayList<>();
    known
        .missing(plan)
        .forEach(
            output ->
                notes.add(
                    output + " is not known yet: none of the files holds this output's value"));
    return new Resolved(known.resolve(plan), notes);
  }

  private static Set<String> sources(RoutingPlan plan) {
    return KnownOutputs.of(Map.of())
        .missingValues(plan)
        .flatMap(output -> output.heldBy().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<TerraformFile> meant(String source, RoutingPlan plan) {
    int wanted = missing(source, StateOutputs.NONE, plan);
    List<TerraformFile> candidates =
        files.stream().filter(file -> missing(source, file.outputs(), plan) < wanted).toList();
    List<TerraformFile> named = candidates.stream().filter(file -> isNamed(file, source)).toList();
    return named.isEmpty()
        ? candidates.stream()
            .filter(file -> regions(file).isEmpty() && missing(source, file.outputs(), plan) == 0)
            .toList()
        : named;
  }

  /**
   * The number of outputs that the plan reads from {@code source} and that are not in {@code
   * outputs}.
   */
  private static int missing(String source, StateOutputs outputs, RoutingPlan plan) {
    return (int)
        KnownOutputs.of(Map.of(source, outputs))
            .missingValues(plan)
            .filter(output -> output.heldBy().filter(source::equals).isPresent())
            .distinct()
            .count();
  }

  private static boolean isNamed(TerraformFile file, String source) {
    Pattern segment = Pattern.compile("(^|[/\\\\_.-])" + Pattern.quote(source) + "($|[/\\\\.])");
    return segment.matcher(file.name()).find() || regions(file).contains(source);
  }

  /** The regions in the ARNs in a file's outputs. */
  private static Set<String> regions(TerraformFile file) {
    Set<String> regions = new TreeSet<>();
    for (String text : file.outputs().texts().values()) {
      String[] parts = text.split(":", -1);
      if (parts.length > 5 && parts[0].equals("arn") && !parts[3].isEmpty()) {
        regions.add(parts[3]);
      }
    }
    return regions;
  }
}
