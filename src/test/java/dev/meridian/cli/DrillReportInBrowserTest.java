package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.testing.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a simulated drill in Chromium, if Chromium is installed. */
@Tag("browser")
class DrillReportInBrowserTest {
  @TempDir private static Path folder;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    Assumptions.assumeTrue(Browser.isInstalled(), "chromium is not installed");
    String page = folder.resolve("drill.html").toString();
    String options = "drill -c meridian.yaml --down us-east-1 --simulate --outages 3 --report ";
    assertThat(Run.of((options + page).split(" ")).exitCode()).isEqualTo(ExitCode.FINDING);
    browser = Browser.open(Path.of(page), Files.createDirectory(folder.resolve("profile")));
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void everyPartHasANameAndARole() throws Exception {
    List<String> parts = new ArrayList<>();
    for (JsonNode node : browser.call("Accessibility.getFullAXTree").get("nodes")) {
      String role = node.at("/role/value").asText();
      if (List.of("link", "image", "table", "region", "navigation").contains(role)
          && !node.get("ignored").asBoolean()) {
        assertThat(node.at("/name/value").asText()).as(role).isNotBlank();
        parts.add(role);
      }
    }
    assertThat(parts).contains("link", "table", "region", "navigation").containsOnlyOnce("image");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theBarOfTheOutageBeginsAndEndsOnTheAxis() throws Exception {
    JsonNode bar =
        browser.evaluate(
            "(b => ({x: b.x, end: b.x + b.width}))"
                + "(document.querySelector('.outage rect').getBoundingClientRect())");
    JsonNode axis =
        browser.evaluate(
            "[...document.querySelectorAll('.grid')].map(g => g.getBoundingClientRect().x)");

    assertThat(bar.get("x").asDouble()).isBetween(axis.get(0).asDouble(), axis.get(1).asDouble());
    assertThat(bar.get("end").asDouble()).isLessThan(axis.get(axis.size() - 1).asDouble());
  }
}
