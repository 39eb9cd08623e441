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
import java.util.TreeMap;
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
   * The queries per month.
   *
   * @throws BadInput with each part that is not a number or names something unknown
   */
  QueryVolume volume(QueryContext context) throws BadInput {
    if (queries.isEmpty()) {
      return QueryVolume.ofTraffic(context.goals().traffic());
    }
    SortedMap<DnsName, Double> byName = new TreeMap<>();
    @Nullable Double others = null;
    List<Diagnostic> problems = new ArrayList<>();
    for (String part : queries) {
      int equals = part.indexOf('=');
      @Nullable String name = equals < 0 ? null : part.substring(0, equals);
      Optional<Double> count = count(part.substring(equals + 1));
      if (count.isEmpty()) {
        problems.add(problem("\"" + part + "\" has no number of queries", "write 500k or api=2M"));
      } else if (name == null) {
        others = count.get();
      } else {
        name(name, context)
            .ifPresentOrElse(
                found -> byName.put(found, count.get()),
                () ->
                    problems.add(
                        problem(
                            "no name is \"" + name + "\"",
                            "use one of " + String.join(", ", context.labels()))));
      }
    }
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
    return new QueryVolume(byName, others, false);
  }

  private static Optional<DnsName> name(String label, QueryContext context) {
    return context.resolver().questions().stream()
        .map(question -> question.name())
        .filter(name -> context.label(name).equals(label) || name.text().equals(label))
        .findFirst();
  }

  private static Optional<Double> count(String text) {
    Matcher matcher = COUNT.matcher(text);
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
