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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages that the README shows in Chromium, if Chromium is installed. */
@Tag("browser")
class ReportInBrowserTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A declaration and its page.
   *
   * @param down what to take down, as for {@code what-if --down}
   * @param name a name with one answer per client
   */
  private record Page(
      String declaration,
      int exitCode,
      int endpoints,
      List<String> down,
      String name,
      Browser browser) {
    @Override
    public String toString() {
      return declaration;
    }
  }

  @TempDir private static Path folder;
  private static final List<Page> PAGES = new ArrayList<>();

  @BeforeAll
  static void open() throws Exception {
    Assumptions.assumeTrue(Browser.isInstalled(), "chromium is not installed");
    open(
        "meridian.yaml",
        ExitCode.FINE,
        3,
        List.of("us-east-1", "us-east-1,eu-west-1"),
        "geo.api.example.com");
    open(
        "examples/everything.yaml",
        ExitCode.FINDING,
        13,
        List.of("berlin", "us-east-1,eu-west-1", "cdn,rack"),
        "deep.example.net");
  }

  private static void open(
      String declaration, int exitCode, int endpoints, List<String> down, String name)
      throws Exception {
    Path own = Files.createDirectory(folder.resolve("page" + PAGES.size()));
    Path page = own.resolve("report.html");
    assertThat(Run.of("report", "-c", declaration, "-o", page.toString()).exitCode())
        .isEqualTo(exitCode);
    Browser browser = Browser.open(page, Files.createDirectory(own.resolve("profile")));
    PAGES.add(new Page(declaration, exitCode, endpoints, down, name, browser));
  }

  @AfterAll
  static void close() throws Exception {
    for (Page page : PAGES) {
      page.browser().close();
    }
    PAGES.clear();
  }

  static List<Page> pages() {
    return PAGES;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void takingEndpointsDownShowsTheFiguresOfWhatIf(Page page) throws Exception {
    for (String down : page.down()) {
      page.browser().evaluate("document.getElementById('reset').click()");
      for (String endpoint : down.split(",")) {
        page.browser()
            .evaluate(
                "[...document.querySelectorAll('.switch')].find(l => l.textContent === '"
                    + endpoint
                    + "').click()");
      }
      Run run = Run.of("what-if", "--down", down, "--json", "-c", page.declaration());
      JsonNode names = JSON.readTree(run.out()).get("names");
      for (int i = 0; i < names.size(); i++) {
        page.browser()
            .evaluate(
                "s = document.getElementById('name'); s.value = "
                    + i
                    + "; s.dispatchEvent(new Event('change'))");
        assertThat(shown(page)).isEqualTo(figures(names.get(i)));
      }
    }
    assertThat(page.browser().complaints()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void thePageShowsWhatProvePrints(Page page) throws Exception {
    assertThat(page.browser().evaluate("document.querySelector('pre').textContent").asText())
        .isEqualTo(Run.of("prove", "-c", page.declaration()).out());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theMapHasTheAnswerOfResolve(Page page) throws Exception {
    page.browser().evaluate("document.getElementById('reset').click()");
    page.browser()
        .evaluate(
            "s = document.getElementById('name'); s.value = [...s.options].findIndex(o =>"
                + " o.text === '"
                + page.name()
                + " A'); s.dispatchEvent(new Event('change'))");
    for (String client : List.of("DE", "US-CA", "SG")) {
      Run run =
          Run.of("resolve", page.name(), "--from", client, "--json", "-c", page.declaration());
      JsonNode clients = JSON.readTree(run.out()).get("clients");
      String endpoint = clients.at("/0/outcomes/0/endpoints/0").asText();
      assertThat(
              page.browser()
                  .evaluate(
                      "document.querySelector('[data-code=\""
                          + client
                          + "\"] title').textContent.split(': ')[1]")
                  .asText())
          .isEqualTo(endpoint);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyControlHasANameAndARole(Page page) throws Exception {
    List<String> controls = new ArrayList<>();
    for (JsonNode node : page.browser().call("Accessibility.getFullAXTree").get("nodes")) {
      String role = node.at("/role/value").asText();
      if (List.of("checkbox", "combobox", "button", "link", "image").contains(role)
          && !node.get("ignored").asBoolean()) {
        assertThat(node.at("/name/value").asText()).as(role).isNotBlank();
        controls.add(role);
      }
    }
    assertThat(controls).contains("checkbox", "combobox", "button", "link", "image");
    assertThat(controls).filteredOn("checkbox"::equals).hasSize(page.endpoints());
  }

  private static List<String> shown(Page page) throws IOException, InterruptedException {
    List<String> rows = new ArrayList<>();
    page.browser()
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
