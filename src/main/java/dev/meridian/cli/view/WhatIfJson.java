package dev.meridian.cli.view;

import dev.meridian.cli.option.QueryContext;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.analysis.WhatIf;
import dev.meridian.resolve.analysis.WhatIf.Load;
import dev.meridian.resolve.analysis.WhatIf.Move;
import dev.meridian.resolve.analysis.WhatIf.NameImpact;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A simulated outage as JSON; docs/commands.md describes the format. */
public record WhatIfJson(QueryContext context) {
  private static final int SHARE_DIGITS = 6;
  private static final int TRAFFIC_DIGITS = 3;

  public Map<String, @Nullable Object> of(WhatIf whatIf, List<String> down) {
    JsonObject json =
        new JsonObject()
            .with("down", List.copyOf(down))
            .with("names", whatIf.names().stream().map(n -> name(n, whatIf.outage())).toList())
            .with("endpoints", whatIf.loads().stream().map(this::load).toList());
    return NotKnownText.json(json, whatIf.notKnown())
        .with("delegations", DelegationText.json(context.resolver()))
        .map();
  }

  private Map<String, @Nullable Object> name(NameImpact name, Outage outage) {
    return new JsonObject()
        .with("name", name.question().name().text())
        .with("type", name.question().type().name())
        .with("moved", share(name.moved()))
        .with("moved-traffic", traffic(name.movedTraffic()))
        .with("no-answer", share(name.unanswered()))
        .with("sent-to-what-is-down", share(name.stranded(outage)))
        .with("moves", name.moves().stream().map(this::move).toList())
        .with("before", shares(name.before()))
        .with("then", shares(name.after()))
        .withOrigin(context.origin(name.question()))
        .map();
  }

  private Map<String, @Nullable Object> move(Move move) {
    return new JsonObject()
        .with("from", context.names().shown(move.from()))
        .with("to", context.names().shown(move.to()))
        .with("share", share(move.share()))
        .with("traffic", traffic(move.traffic()))
        .with("places", move.places())
        .map();
  }

  private SortedMap<String, BigDecimal> shares(SortedMap<String, Double> shares) {
    SortedMap<String, BigDecimal> shown = new TreeMap<>();
    shares.forEach((endpoint, share) -> shown.put(context.names().shown(endpoint), share(share)));
    return shown;
  }

  private Map<String, @Nullable Object> load(Load load) {
    Double capacity = load.capacity();
    return new JsonObject()
        .with("endpoint", context.names().shown(load.endpoint()))
        .with("before", traffic(load.before()))
        .with("then", traffic(load.after()))
        .with("capacity", capacity == null ? null : traffic(capacity))
        .with("exceeded", load.exceeded())
        .withOrigin(context.capacityOrigin(load.endpoint()))
        .map();
  }

  private static BigDecimal share(double share) {
    return Percent.rounded(share, SHARE_DIGITS);
  }

  private static BigDecimal traffic(double requests) {
    return Percent.rounded(requests, TRAFFIC_DIGITS);
  }
}
