package dev.meridian.cli;

import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cost.QueryVolume;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.DnsName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --queries}: how many queries the names get. */
final class QueriesOption {
  private static final Pattern COUNT = Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,6})?)([kMG]?)");

  @Option(
      names = "--queries",
      split = ",",
      paramLabel = "[NAME=]COUNT",
      description =
          "Queries per month for each name, or for one name, such as 500k or api=2M; without it,"
              + " the declared traffic.")
  private List<String> queries = new ArrayList<>();

  /** Whether the numbers are those of the option, and not the declared traffic. */
  boolean isGiven() {
    return !queries.isEmpty();
  }

  /**
   * The queries per month of each zone. A number for a name counts in every zone that has the name.
   *
   * @throws BadInput with each part that is not a number or names something unknown
   */
  List<QueryVolume> volumes(List<QueryContext> zones) throws BadInput {
    return volumes(zones, zones);
  }

  /**
   * The same for {@code zones}, with the names of {@code known}.
   *
   * @throws BadInput with each part that is not a number or names something unknown
   */
  List<QueryVolume> volumes(List<QueryContext> known, List<QueryContext> zones) throws BadInput {
    check(known);
    return zones.stream().map(this::volume).toList();
  }

  private void check(List<QueryContext> known) throws BadInput {
    List<Diagnostic> problems = new ArrayList<>();
    for (String part : queries) {
      Optional<String> name = name(part);
      if (count(part).isEmpty()) {
        problems.add(problem("\"" + part + "\" has no number of queries", "write 500k or api=2M"));
      } else if (name.isPresent()
          && known.stream().allMatch(zone -> name(name.get(), zone).isEmpty())) {
        SortedSet<String> labels = new TreeSet<>();
        known.forEach(zone -> labels.addAll(zone.labels()));
        problems.add(
            problem(
                "no name is \"" + name.get() + "\"", "use one of " + String.join(", ", labels)));
      }
    }
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
  }

  private QueryVolume volume(QueryContext zone) {
    if (queries.isEmpty()) {
      return QueryVolume.ofTraffic(zone.goals().traffic());
    }
    SortedMap<DnsName, Double> byName = new TreeMap<>();
    @Nullable Double others = null;
    for (String part : queries) {
      double count = count(part).orElseThrow();
      Optional<String> name = name(part);
      if (name.isEmpty()) {
        others = count;
      } else {
        name(name.get(), zone).ifPresent(found -> byName.put(found, count));
      }
    }
    return new QueryVolume(byName, others, false);
  }

  private static Optional<String> name(String part) {
    int equals = part.indexOf('=');
    return equals < 0 ? Optional.empty() : Optional.of(part.substring(0, equals));
  }

  private static Optional<DnsName> name(String label, QueryContext context) {
    return context.resolver().questions().stream()
        .map(question -> question.name())
        .filter(name -> context.label(name).equals(label) || name.text().equals(label))
        .findFirst();
  }

  private static Optional<Double> count(String part) {
    Matcher matcher = COUNT.matcher(part.substring(part.indexOf('=') + 1));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    double factor =
        switch (matcher.group(2)) {
          case "k" -> 1e3;
          case "M" -> 1e6;
          case "G" -> 1e9;
          default -> 1;
        };
    return Optional.of(Double.parseDouble(matcher.group(1)) * factor);
  }

  private static Diagnostic problem(String what, String fix) {
    return new Diagnostic(SourceLocation.wholeFile("--queries"), "", what, fix);
  }
}
