package dev.meridian.cli.view;

import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.diagnostic.Origin;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.analysis.WhatIf;
import dev.meridian.resolve.analysis.WhatIf.Load;
import dev.meridian.resolve.analysis.WhatIf.Move;
import dev.meridian.resolve.analysis.WhatIf.NameImpact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A simulated outage as text for people. */
public record WhatIfText(QueryContext context, ClientPopulation population) {

  public List<String> lines(WhatIf whatIf) {
    List<String> lines = new ArrayList<>();
    lines.add(context.text(whatIf.outage()) + ":");
    boolean counted = !whatIf.loads().isEmpty();
    for (NameImpact name : whatIf.names()) {
      lines.add("");
      lines.add(name.question() + headline(name));
      moves(name, counted).forEach(line -> lines.add("  " + line));
      lines.addAll(complaints(name, whatIf.outage()));
    }
    List<String> delegations = DelegationText.lines(context.resolver());
    if (!delegations.isEmpty()) {
      lines.add("");
      lines.addAll(delegations);
    }
    List<String> notKnown = NotKnownText.lines(whatIf.notKnown());
    if (!notKnown.isEmpty()) {
      lines.add("");
      lines.addAll(notKnown);
    }
    if (counted) {
      lines.add("");
      lines.addAll(loads(whatIf.loads()));
    } else if (!notKnown.isEmpty() && !context.trafficModel().traffic().isEmpty()) {
      lines.add("The load of the endpoints is not known.");
    }
    return lines;
  }

  private String headline(NameImpact name) {
    return name.moves().isEmpty()
        ? ": nobody moves"
        : ": " + Percent.of(name.moved()) + ofThem() + " move";
  }

  private List<String> moves(NameImpact name, boolean counted) {
    if (name.moves().isEmpty()) {
      return List.of();
    }
    List<String> heading = new ArrayList<>(List.of("FROM", "TO", population.heading()));
    if (counted) {
      heading.add("REQUESTS/S");
    }
    heading.add("WHO");
    TextTable columns = new TextTable(heading.toArray(new String[0]));
    for (Move move : name.moves()) {
      List<String> row = new ArrayList<>();
      row.add(context.names().shown(move.from()));
      row.add(context.names().shown(move.to()));
      row.add(Percent.of(move.share()));
      if (counted) {
        row.add(amount(move.traffic()));
      }
      row.add(population.summary(move.places()));
      columns.row(row.toArray(new String[0]));
    }
    return columns.lines();
  }

  private List<String> complaints(NameImpact name, Outage outage) {
    List<String> lines = new ArrayList<>();
    if (name.unanswered() > 0) {
      lines.add("  " + Percent.of(name.unanswered()) + ofThem() + " get no answer");
    }
    if (name.stranded(outage) > 0) {
      lines.add(
          "  "
              + Percent.of(name.stranded(outage))
              + ofThem()
              + " are sent to an endpoint that is down");
    }
    if (!lines.isEmpty()) {
      context.origin(name.question()).ifPresent(origin -> lines.add("  at: " + origin));
    }
    return lines;
  }

  private String ofThem() {
    return " of the " + population.noun();
  }

  private List<String> loads(List<Load> loads) {
    TextTable columns = new TextTable("ENDPOINT", "BEFORE", "THEN", "CAPACITY", "", "");
    for (Load load : loads) {
      if (load.before() == 0 && load.after() == 0 && load.capacity() == null) {
        continue;
      }
      columns.row(
          context.names().shown(load.endpoint()),
          amount(load.before()),
          amount(load.after()),
          load.capacity() == null ? "-" : amount(load.capacity()),
          load.exceeded() ? "over by " + amount(load.after() - load.limit().orElse(0)) : "",
          load.exceeded() ? at(context.capacityOrigin(load.endpoint())) : "");
    }
    return columns.lines();
  }

  private static String at(Optional<Origin> origin) {
    return origin.map(found -> "at: " + found).orElse("");
  }

  /** Requests per second, with at most one decimal place. */
  private static String amount(double requests) {
    BigDecimal rounded = BigDecimal.valueOf(requests).setScale(1, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
