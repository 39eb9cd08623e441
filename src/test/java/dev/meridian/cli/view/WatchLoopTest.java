package dev.meridian.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchLoopTest {
  private final List<Duration> waits = new ArrayList<>();
  private final StringWriter printed = new StringWriter();
  private int readings;

  @Test
  void withoutATerminalEachReadingIsAppendedUntilItIsInterrupted() throws Exception {
    watch(false);

    assertThat(printed.toString()).isEqualTo("reading 1\nreading 2\nreading 3\n");
    assertThat(waits)
        .containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(30));
  }

  @Test
  void onATerminalEachReadingReplacesTheLastOne() throws Exception {
    watch(true);

    assertThat(printed.toString())
        .isEqualTo("<clear>reading 1\n<clear>reading 2\n<clear>reading 3\n");
  }

  private void watch(boolean terminal) throws Exception {
    Runnable clear = terminal ? () -> printed.write("<clear>") : () -> {};
    new WatchLoop(new PrintWriter(printed), clear, this::sleep)
        .run(Duration.ofSeconds(30), () -> List.of("reading " + ++readings));
  }

  private void sleep(Duration time) throws InterruptedException {
    waits.add(time);
    if (readings == 3) {
      throw new InterruptedException();
    }
  }
}
