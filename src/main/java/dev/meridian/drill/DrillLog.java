package dev.meridian.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** What happened so far, from all threads. */
final class DrillLog {
  private final DoubleSupplier seconds;
  private final Consumer<DrillEvent> progress;
  private final List<DrillEvent> events = new ArrayList<>();
  private final List<Request> requests = new ArrayList<>();
  private double late;

  /**
   * @param seconds the time since the beginning
   * @param progress hears of each event at once
   */
  DrillLog(DoubleSupplier seconds, Consumer<DrillEvent> progress) {
    this.seconds = seconds;
    this.progress = progress;
  }

  void add(DrillEvent.Kind kind, String subject, String detail) {
    add(kind, List.of(subject), detail);
  }

  synchronized void add(DrillEvent.Kind kind, List<String> subjects, String detail) {
    DrillEvent event = new DrillEvent(seconds.getAsDouble(), kind, subjects, detail);
    events.add(event);
    progress.accept(event);
  }

  synchronized void add(Request request, double lateness) {
    requests.add(request);
    late(lateness);
  }

  /** Notes how many seconds after its time a request or probe began or ended. */
  synchronized void late(double lateness) {
    late = Math.max(late, lateness);
  }

  synchronized List<DrillEvent> events() {
    return List.copyOf(events);
  }

  synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  /** How many seconds a request or probe was late at most, because this machine was busy. */
  synchronized double late() {
    return late;
  }
}
