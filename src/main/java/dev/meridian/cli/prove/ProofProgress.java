package dev.meridian.cli.prove;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Says how far a long proof has come, every few seconds. */
public final class ProofProgress implements LongConsumer {
  private static final long PAUSE = Duration.ofSeconds(5).toNanos();
  private static final int PERCENT = 100;

  private final Consumer<String> out;
  private final long total;
  private final LongSupplier nanoTime;
  private long saidAt;
  private long before;
  private long now;

  ProofProgress(Consumer<String> out, long total, LongSupplier nanoTime) {
    this.out = out;
    this.total = total;
    this.nanoTime = nanoTime;
    this.saidAt = nanoTime.getAsLong();
  }

  /**
   * Progress on {@code err} if that is a terminal, as the launcher says. (Java 17 only knows
   * whether both standard input and output are.)
   *
   * @param total the answers to check
   */
  public static ProofProgress on(PrintWriter err, long total) {
    Consumer<String> out = Boolean.getBoolean("meridian.terminal") ? err::println : line -> {};
    return new ProofProgress(out, total, System::nanoTime);
  }

  /** The next repetition with other weights begins. */
  public void next() {
    before += now;
    now = 0;
  }

  /** Takes the answers that this repetition has checked. */
  @Override
  public void accept(long answers) {
    now = answers;
    long time = nanoTime.getAsLong();
    if (time - saidAt >= PAUSE) {
      saidAt = time;
      long done = before + now;
      out.accept(
          "Checked "
              + ProofSize.number(done)
              + " of "
              + ProofSize.number(total)
              + " answers ("
              + done * PERCENT / total
              + " %).");
    }
  }
}
