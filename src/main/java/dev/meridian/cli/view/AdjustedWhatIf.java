package dev.meridian.cli.view;

import dev.meridian.cli.option.QueryContext;
import dev.meridian.resolve.analysis.WhatIf;
import dev.meridian.resolve.analysis.WhatIf.NameImpact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A simulated outage at the corners of the bounds of adjusted weights.
 *
 * @param corners by their weights, in a fixed order
 */
public record AdjustedWhatIf(QueryContext context, Map<String, WhatIf> corners) {

  /** What each endpoint can get of each name, and what it can have to carry; none at no corner. */
  public List<String> lines(WhatIf declared) {
    List<String> lines = new ArrayList<>();
    if (corners.isEmpty()) {
      return lines;
    }
    TextTable shares = new TextTable("NAME", "ENDPOINT", "DECLARED", "FROM", "UP TO");
    boolean any = false;
    for (int i = 0; i < declared.names().size(); i++) {
      NameImpact name = declared.names().get(i);
      for (Map.Entry<String, Range> one : ranges(i).entrySet()) {
        if (one.getValue().lowest() < one.getValue().highest()) {
          any = true;
          shares.row(
              name.question().toString(),
              context.names().shown(one.getKey()),
              Percent.of(name.after().getOrDefault(one.getKey(), 0.0)),
              Percent.of(one.getValue().lowest()),
              Percent.of(one.getValue().highest()));
        }
      }
    }
    if (any) {
      lines.add("");
      lines.add("Weights change within their bounds and stages:");
      shares.lines().forEach(line -> lines.add("  " + line));
    }
    lines.addAll(exceeded(declared));
    return lines;
  }

  private record Range(double lowest, double highest) {
    Range with(double share) {
      return new Range(Math.min(lowest, share), Math.max(highest, share));
    }
  }

  /** The shares during the outage by endpoint, over all corners. */
  private SortedMap<String, Range> ranges(int name) {
    SortedMap<String, Range> ranges = new TreeMap<>();
    corners
        .values()
        .forEach(
            whatIf ->
                whatIf
                    .names()
                    .get(name)
                    .after()
                    .forEach(
                        (endpoint, share) ->
                            ranges.merge(
                                endpoint,
                                new Range(share, share),
                                (range, other) -> range.with(share))));
    corners
        .values()
        .forEach(
            whatIf ->
                ranges.replaceAll(
                    (endpoint, range) ->
                        range.with(whatIf.names().get(name).after().getOrDefault(endpoint, 0.0))));
    return ranges;
  }

  /** The first corner at which an endpoint has to carry too much that it can with the declared. */
  private List<String> exceeded(WhatIf declared) {
    List<String> lines = new ArrayList<>();
    for (WhatIf.Load load : declared.loads()) {
      Optional<Map.Entry<String, WhatIf>> corner =
          corners.entrySet().stream()
              .filter(one -> !load.exceeded() && isOver(one.getValue(), load.endpoint()))
              .findFirst();
      corner.ifPresent(
          one ->
              lines.add(
                  context.names().shown(load.endpoint())
                      + " exceeds its capacity while the weights are "
                      + one.getKey()));
    }
    return lines;
  }

  private static boolean isOver(WhatIf whatIf, String endpoint) {
    return whatIf.loads().stream()
        .anyMatch(load -> load.endpoint().equals(endpoint) && load.exceeded());
  }

  /** One object for each corner. */
  public List<Map<String, @Nullable Object>> json(List<String> down) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    corners.forEach(
        (weights, whatIf) ->
            all.add(
                new JsonObject()
                    .with("weights", weights)
                    .with("outage", new WhatIfJson(context).of(whatIf, down))
                    .map()));
    return all;
  }
}
