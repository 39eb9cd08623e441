package dev.meridian.edits;

import dev.meridian.terraform.Progress;
import dev.meridian.testing.AwsRelay;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Passes requests on to a local AWS, in the worst order for clients: a change that only deletes is
 * made at once. A change that adds something waits for every deletion of a record set that
 * Terraform has begun, and then until no more changes arrive. So if nothing tells Terraform to add
 * before it deletes, the deletion comes first, whatever the machine is doing. Each change is
 * followed by a call, before the next change.
 */
final class WorstOrder implements AutoCloseable, AwsRelay.Changes, Progress.Listener {
  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final Duration STEP = Duration.ofMillis(20);

  private final Runnable changed;
  private final AwsRelay relay;
  private final AtomicLong lastArrival = new AtomicLong(System.nanoTime());
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private final AtomicInteger deleted = new AtomicInteger();

  /**
   * @param changed called after each change of Route 53
   */
  WorstOrder(URI aws, Runnable changed) throws IOException {
    this.changed = changed;
    this.relay = new AwsRelay(aws, this);
  }

  URI endpoint() {
    return relay.endpoint();
  }

  @Override
  public void onProgress(String stack, Progress progress) {
    if (progress instanceof Progress.Resource one
        && one.action().equals("delete")
        && one.address().startsWith("aws_route53_record.")) {
      switch (one.step()) {
        case STARTED -> begun.incrementAndGet();
        case COMPLETE, FAILED -> ended.incrementAndGet();
        case PLANNED, CONTINUING -> {
          // Nothing has changed.
        }
      }
    }
  }

  /** Whether Terraform is about to delete a record set, or sent a change a moment ago. */
  private boolean isBusy() {
    return begun.get() > Math.max(deleted.get(), ended.get())
        || System.nanoTime() - lastArrival.get() < QUIET.toNanos();
  }

  @Override
  public void before(String body) throws InterruptedException {
    lastArrival.set(System.nanoTime());
    if (adds(body)) {
      while (isBusy()) {
        Thread.sleep(STEP.toMillis());
      }
    }
  }

  @Override
  public void after(String body) {
    changed.run();
    if (!adds(body) && body.contains("<Action>DELETE<")) {
      deleted.incrementAndGet();
    }
  }

  /** Whether a request changes records or CIDR blocks, and does not only delete. */
  private static boolean adds(String body) {
    return body.contains("<Action>CREATE<")
        || body.contains("<Action>UPSERT<")
        || body.contains("<Action>PUT<");
  }

  @Override
  public void close() {
    relay.close();
  }
}
