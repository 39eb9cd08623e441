package dev.meridian.cli.view;

import dev.meridian.cli.option.QueryContext;
import dev.meridian.drill.DrillEvent;
import dev.meridian.drill.DrillFinding;
import dev.meridian.drill.DrillResult;
import dev.meridian.drill.DrillResult.Failover;
import dev.meridian.drill.DrillResult.Loss;
import dev.meridian.drill.Place;
import dev.meridian.drill.Scenario;
import dev.meridian.drill.ScheduledOutage;
import dev.meridian.resolve.NotKnown;
import dev.meridian.resolve.Question;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A drill as JSON; docs/drill.md describes the format. */
public record DrillJson(QueryContext context) {
  private static final int DIGITS = 1;

  /** The whole drill. */
  public Map<String, @Nullable Object> of(
      Scenario scenario, List<Place> places, double speed, DrillResult result, NotKnown notKnown) {
    JsonObject json =
        new JsonObject()
            .with("outages", scenario.outages().stream().map(this::outage).toList())
            .with("duration", scenario.duration())
            .with("speed", number(speed))
            .with("places", places.stream().map(Place::label).toList())
            .with("time-line", result.events().stream().map(this::event).toList())
            .with("failovers", result.failovers().stream().map(this::failover).toList())
            .with("lost", result.losses().stream().map(this::loss).toList())
            .with("requests", result.requests())
            .with("seconds-between-requests", number(result.between()))
            .with("late", number(result.late()))
            .with("findings", result.findings().stream().map(this::finding).toList());
    return NotKnownText.json(json, notKnown).map();
  }

  private Map<String, @Nullable Object> outage(ScheduledOutage outage) {
    return new JsonObject()
        .with("endpoints", shown(outage.outage().endpoints().stream().toList()))
        .with("health-checks", List.copyOf(outage.outage().healthChecks()))
        .with("at", outage.at())
        .with("for", outage.length())
        .map();
  }

  private Map<String, @Nullable Object> event(DrillEvent event) {
    return new JsonObject()
        .with("at", number(event.at()))
        .with("event", event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .with("subjects", shown(event.subjects()))
        .with("detail", event.detail())
        .map();
  }

  private Map<String, @Nullable Object> failover(Failover failover) {
    return asked(failover.question())
        .with("outage", outage(failover.outage()))
        .with("places", failover.sent())
        .with("left", failover.moved())
        .with("stranded", failover.stranded())
        .with("first-left", number(failover.first()))
        .with("last-left", number(failover.last()))
        .with("predicted", number(failover.predicted()))
        .with("back", failover.back())
        .with("first-back", number(failover.firstBack()))
        .with("last-back", number(failover.lastBack()))
        .withOrigin(context.origin(failover.question()))
        .map();
  }

  private Map<String, @Nullable Object> loss(Loss loss) {
    return asked(loss.question())
        .with("place", loss.place())
        .with("endpoint", loss.endpoint().isEmpty() ? null : context.names().shown(loss.endpoint()))
        .with("lost", loss.lost())
        .with("requests", loss.requests())
        .map();
  }

  private Map<String, @Nullable Object> finding(DrillFinding finding) {
    Question question = finding.question();
    return (question == null
            ? new JsonObject().with("name", null).with("type", null)
            : asked(question))
        .with("kind", finding.kind().id())
        .with("subject", context.names().shown(finding.subject()))
        .with("observed", number(finding.observed()))
        .with("limit", number(finding.limit()))
        .map();
  }

  private static JsonObject asked(Question question) {
    return new JsonObject()
        .with("name", question.name().text())
        .with("type", question.type().name());
  }

  private List<String> shown(List<String> endpoints) {
    return endpoints.stream().map(context.names()::shown).toList();
  }

  private static @Nullable BigDecimal number(@Nullable Double number) {
    return number == null ? null : Percent.rounded(number, DIGITS);
  }
}
