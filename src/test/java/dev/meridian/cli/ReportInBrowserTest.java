package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.cli.view.Percent;
import dev.meridian.testing.Browser;
import java.io.IOException;
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

/** The page of the recipe in Chromium, if Chromium is installed. */
@Tag("browser")
class ReportInBrowserTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    Assumptions.assumeTrue(Browser.isInstalled(), "chromium is not installed");
    Path page = folder.resolve("report.html");
    assertThat(Run.of("report", "-c", "meridian.yaml", "-o", page.toString()).exitCode())
        .isEqualTo(ExitCode.FINE);
    browser = Browser.open(page, Files.createDirectory(folder.resolve("profile")));
  }

  @AfterAll
  static void close() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void takingEndpointsDownShowsTheFiguresOfWhatIf() throws Exception {
    for (String down : List.of("us-east-1", "us-east-1,eu-west-1")) {
      browser.evaluate("document.getElementById('reset').click()");
      for (String endpoint : down.split(",")) {
        browser.evaluate(
            "[...document.querySelectorAll('.switch')].find(l => l.textContent === '"
                + endpoint
                + "').click()");
      }
      Run run = Run.of("what-if", "--down", down, "--json", "-c", "meridian.yaml");
      JsonNode names = JSON.readTree(run.out()).get("names");
      for (int i = 0; i < names.size(); i++) {
        browser.evaluate(
            "s = document.getElementById('name'); s.value = "
                + i
                + "; s.dispatchEvent(new Event('change'))");
        assertThat(shown()).isEqualTo(figures(names.get(i)));
      }
    }
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void thePageShowsWhatProvePrints() throws Exception {
    assertThat(browser.evaluate("document.querySelector('pre').textContent").asText())
        .isEqualTo(Run.of("prove", "-c", "meridian.yaml").out());
  }

  @Test
  void theMapHasTheAnswerOfResolve() throws Exception {
    browser.evaluate("document.getElementById('reset').click()");
    browser.evaluate(
        "s = document.getElementById('name'); s.value = [...s.options].findIndex(o =>"
            + " o.text.startsWith('geo.api')); s.dispatchEvent(new Event('change'))");
    for (String client : List.of("DE", "US-CA", "SG")) {
      Run run = Run.of("resolve", "geo.api", "--from", client, "--json", "-c", "meridian.yaml");
      JsonNode clients = JSON.readTree(run.out()).get("clients");
      String endpoint = clients.at("/0/outcomes/0/endpoints/0").asText();
      assertThat(
              browser
                  .evaluate(
                      "document.querySelector('[data-code=\""
                          + client
                          + "\"] title').textContent.split(': ')[1]")
                  .asText())
          .isEqualTo(endpoint);
    }
  }

  @Test
  void everyControlHasANameAndARole() throws Exception {
    List<String> controls = new ArrayList<>();
    for (JsonNode node : browser.call("Accessibility.getFullAXTree").get("nodes")) {
      String role = node.at("/role/value").asText();
      if (List.of("checkbox", "combobox", "button", "link", "image").contains(role)
          && !node.get("ignored").asBoolean()) {
        assertThat(node.at("/name/value").asText()).as(role).isNotBlank();
        controls.add(role);
      }
    }
    assertThat(controls).contains("checkbox", "combobox", "button", "link", "image");
    assertThat(controls).filteredOn("checkbox"::equals).hasSize(3);
  }

  private static List<String> shown() throws IOException, InterruptedException {
    List<String> rows = new ArrayList<>();
    browser
        .evaluate(
            "[...document.querySelectorAll('#shares tr')].map(r => [...r.children].map(c =>"
                + " c.textContent.replace(' (down)', '')).join(' | '))")
        .forEach(row -> rows.add(row.asText()));
    return rows;
  }

  private static List<String> figures(JsonNode name) {
    List<String> ends = new ArrayList<>();
    name.get("before").fieldNames().forEachRemaining(ends::add);
    name.get("then").fieldNames().forEachRemaining(ends::add);
    return ends.stream()
        .distinct()
        .sorted()
        .map(
            end ->
                end
                    + " | "
                    + percent(name.get("before").path(end).asDouble())
                    + " | "
                    + percent(name.get("then").path(end).asDouble()))
        .toList();
  }

  private static String percent(double share) {
    return Percent.of(share);
  }
}
