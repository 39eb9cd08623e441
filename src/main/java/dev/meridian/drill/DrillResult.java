package dev.meridian.drill;

import dev.meridian.resolve.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a drill showed.
 *
 * @param events in the order in which they happened
 * @param failovers one for each outage and each name whose clients were sent to what failed
 * @param losses requests that no endpoint answered, by place and endpoint
 * @param requests how many there were
 * @param between seconds between two requests of a client
 * @param late seconds by which requests or probes were late at most, because this machine was busy
 * @param findings what is not as it should be
 */
public record DrillResult(
    List<DrillEvent> events,
    List<Failover> failovers,
    List<Loss> losses,
    int requests,
    double between,
    double late,
    List<DrillFinding> findings) {
  public DrillResult {
    events = List.copyOf(events);
    failovers = List.copyOf(failovers);
    losses = List.copyOf(losses);
    findings = List.copyOf(findings);
  }

  /**
   * How the clients of a name left an endpoint that failed, and came back. Times are in seconds
   * after it failed or recovered.
   *
   * @param sent places whose clients were sent to what failed
   * @param moved how many of them were sent elsewhere before it recovered
   * @param stranded how many could not be, because no healthy record set applies to them
   * @param first when the first of them was; null if none was
   * @param last when the last of them was; null if others stayed that could have been
   * @param predicted at most so long, as computed from health checks and TTLs; null if nothing
   *     notices the outage
   * @param back how many of those that moved were sent to it again after it recovered
   * @param firstBack when the first of them was; null if none was
   * @param lastBack when the last of them was; null if not all were
   */
  public record Failover(
      ScheduledOutage outage,
      Question question,
      int sent,
      int moved,
      int stranded,
      @Nullable Double first,
      @Nullable Double last,
      @Nullable Double predicted,
      int back,
      @Nullable Double firstBack,
      @Nullable Double lastBack) {}

  /**
   * Requests that were lost.
   *
   * @param endpoint the first that clients were sent to; "" if they got no answer
   */
  public record Loss(String place, String endpoint, Question question, int lost, int requests) {}
}
