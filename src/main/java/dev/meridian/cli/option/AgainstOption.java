package dev.meridian.cli.option;

import dev.meridian.aws.AwsReadException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code --against}: what exists before a declaration is applied. */
public final class AgainstOption {
  @Option(
      names = "--against",
      arity = "1..*",
      paramLabel = "SOURCE",
      description =
          "What exists now: an earlier declaration, a state or plan in JSON (several for stacks"
              + " that belong together), or zone:NAME|ID for a zone as AWS has it. Shows what"
              + " applying the declaration would do to it.")
  private List<String> sources = new ArrayList<>();

  @Option(
      names = "--zone-name",
      paramLabel = "ID=NAME",
      description = "The name of a zone that states and plans use, but none of them contains.")
  private final Map<String, String> zoneNames = new TreeMap<>();

  @Mixin private ZoneKindOption kind;
  @Mixin private AwsEndpointOption endpoint;

  public boolean isGiven() {
    return !sources.isEmpty();
  }

  /**
   * The zone of the declaration that is compared; of two, the public one, unless {@code
   * --zone-kind} chooses. {@code err} gets a note about the other one.
   */
  public DeclarationOption.Loaded chosen(DeclarationOption.Loaded declared, PrintWriter err)
      throws BadInput {
    return Objects.requireNonNull(kind.declared(declared, err).declared());
  }

  /**
   * What exists before {@code declared} is applied. If the source has several zones, the one that
   * is like the declared one.
   */
  public LoadedPlan load(LoadedPlan declared, PrintWriter err) throws BadInput, AwsReadException {
    return ComparedSources.read(
        sources, kind.choice(null).like(declared), zoneNames, endpoint, err);
  }
}
