package dev.meridian.operate;

import dev.meridian.terraform.Progress;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Reports the progress of each stack: when a step begins and ends, and occasionally in between. */
public final class ProgressLines implements Progress.Listener {
  private static final Duration PAUSE = Duration.ofSeconds(15);

  private final Consumer<String> out;
  private final LongSupplier nanoTime;
  private final long began;
  private final Map<String, Stack> stacks = new HashMap<>();
  private Map<String, String> labels = Map.of();

  /** One stack's step. */
  private static final class Stack {
    private String step = "";
    private final Set<String> planned = new HashSet<>();
    private int complete;
    private long reportedAt;

    private String count() {
      return complete + " of " + planned.size();
    }
  }

  public ProgressLines(Consumer<String> out, LongSupplier nanoTime) {
    this.out = out;
    this.nanoTime = nanoTime;
    this.began = nanoTime.getAsLong();
  }

  /** Writes a line about {@code subject}. */
  public synchronized void report(String subject, String text) {
    out.accept(
        String.format(Locale.ROOT, "[%4d s] %-16s %s", seconds(nanoTime.getAsLong()), subject, text)
            .stripTrailing());
  }

  /** A step begins on a stack. */
  public synchronized void begin(String stack, String step) {
    Stack now = new Stack();
    now.step = step;
    now.reportedAt = nanoTime.getAsLong();
    stacks.put(stack, now);
    report(shortened(stack), step);
  }

  /** A step has ended on a stack. */
  public synchronized void end(String stack, String step, String result) {
    stacks.remove(stack);
    report(shortened(stack), step + " done" + (result.isEmpty() ? "" : ": " + result));
  }

  /** The stacks on which a step has begun and not ended, sorted. */
  public synchronized List<String> underWay() {
    return stacks.keySet().stream().sorted().toList();
  }

  @Override
  public synchronized void onProgress(String stack, Progress progress) {
    Stack now = stacks.get(stack);
    if (now != null && progress instanceof Progress.Resource resource) {
      onProgress(stack, now, resource);
    }
  }

  private void onProgress(String stack, Stack now, Progress.Resource resource) {
    switch (resource.step()) {
      case PLANNED -> now.planned.add(resource.address()); // again when it is applied
      case COMPLETE ->
          now.complete +=
              now.planned.contains(resource.address()) ? 1 : 0; // or it is a data source
      case STARTED -> {}
      case FAILED -> report(shortened(stack), now.step + ": " + resource.address() + " failed");
      case CONTINUING -> {
        long time = nanoTime.getAsLong();
        if (time - now.reportedAt >= PAUSE.toNanos()) {
          now.reportedAt = time;
          report(shortened(stack), now.step + ": " + now.count() + ", " + waiting(resource));
        }
      }
    }
  }

  private static String waiting(Progress.Resource resource) {
    return resource.address() + " since " + resource.elapsed().toSeconds() + " s";
  }

  private String shortened(String stack) {
    return labels.getOrDefault(stack, stack);
  }

  /** Sets the short name of each stack: its region, or dns. */
  public void label(Map<String, String> shorter) {
    labels = Map.copyOf(shorter);
  }

  private long seconds(long time) {
    return Duration.ofNanos(time - began).toSeconds();
  }
}
