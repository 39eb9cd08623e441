package dev.meridian.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stacks are the same with {@code LC_ALL=fa_IR.UTF-8}, whose digits are not 0 to 9. */
class LocaleTest {
  private static final Locale PERSIAN = new Locale("fa", "IR");

  @TempDir private Path folder;

  @Test
  void theLocaleOfTheUserChangesNoStack() throws IOException {
    Synthesized here = Example.everything().synthesize(folder.resolve("here"));
    Locale before = Locale.getDefault();
    Locale.setDefault(PERSIAN);
    try {
      assertThat(String.format("%d", 10)).isNotEqualTo("10");

      Synthesized there = Example.everything().synthesize(folder.resolve("there"));

      assertThat(there.files()).isEqualTo(here.files());
    } finally {
      Locale.setDefault(before);
    }
  }
}
