package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.testing.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about two versions of the recipe in Chromium, if Chromium is installed. */
@Tag("browser")
class ComparedReportInBrowserTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RECIPE = "meridian.yaml";

  @TempDir private static Path folder;
  private static String changed;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    Assumptions.assumeTrue(Browser.isInstalled(), "chromium is not installed");
    Path page = folder.resolve("report.html");
    Path other = folder.resolve("changed.yaml");
    Files.writeString(
        other,
        Files.readString(Path.of(RECIPE))
            .replace("EU: eu-west-1", "DE: eu-west-1")
            .replace("us-east-1: 50", "us-east-1: 80"));
    changed = other.toString();
    Run run = Run.of("report", "--compare", RECIPE, changed, "-o", page.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.FINDING);
    browser = Browser.open(page, Files.createDirectory(folder.resolve("profile")));
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void bothMapsMarkThePlacesThatCompareLists() throws Exception {
    choose("geo.api");
    Set<String> expected = new TreeSet<>();
    Run run = Run.of("compare", RECIPE, changed, "--json");
    for (JsonNode change : JSON.readTree(run.out()).get("changes")) {
      if (change.get("name").asText().startsWith("geo.api")) {
        change.get("places").forEach(place -> expected.add(place.asText()));
      }
    }
    expected.remove("unmapped");

    for (String side : List.of("before", "after")) {
      assertThat(codes("#" + side + " .world .changed")).isNotEmpty().isEqualTo(expected);
    }
    assertThat(codes("#after .states .changed")).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void bothMapsHaveTheAnswersOfResolve() throws Exception {
    choose("geo.api");
    for (String client : List.of("FR", "DE", "US-CA", "SG")) {
      String before = resolved(client, RECIPE);
      String after = resolved(client, changed);
      String words = before.equals(after) ? before : "before " + before + "; after " + after;
      for (String side : List.of("before", "after")) {
        assertThat(
                browser
                    .evaluate(
                        "document.querySelector('#%s [data-code=\"%s\"] title').textContent"
                            .formatted(side, client))
                    .asText())
            .endsWith(": " + words);
      }
    }
  }

  @Test
  void anEndpointHasTheSameColorOnBothMaps() throws Exception {
    choose("geo.api");
    assertThat(fill("before", "DE")).isEqualTo(fill("after", "DE"));
    assertThat(fill("before", "FR")).isEqualTo(fill("before", "DE"));
    assertThat(fill("after", "FR")).isEqualTo(fill("before", "US-CA"));
  }

  @Test
  void everyControlHasANameAndARole() throws Exception {
    List<String> controls = new ArrayList<>();
    for (JsonNode node : browser.call("Accessibility.getFullAXTree").get("nodes")) {
      String role = node.at("/role/value").asText();
      if (List.of("combobox", "link", "image", "table", "article", "region").contains(role)
          && !node.get("ignored").asBoolean()) {
        assertThat(node.at("/name/value").asText()).as(role).isNotBlank();
        controls.add(role);
      }
    }
    assertThat(controls).contains("combobox", "link", "table", "article");
    assertThat(controls).filteredOn("image"::equals).hasSize(4);
  }

  private static void choose(String name) throws Exception {
    browser.evaluate(
        "s = document.getElementById('name'); s.value = [...s.options].findIndex(o =>"
            + " o.text.startsWith('"
            + name
            + "')); s.dispatchEvent(new Event('change'))");
  }

  private static Set<String> codes(String selector) throws Exception {
    Set<String> codes = new TreeSet<>();
    browser
        .evaluate("[...document.querySelectorAll('" + selector + "')].map(s => s.dataset.code)")
        .forEach(code -> codes.add(code.asText()));
    return codes;
  }

  private static String fill(String side, String code) throws Exception {
    return browser
        .evaluate(
            "document.querySelector('#%s [data-code=\"%s\"]').style.fill".formatted(side, code))
        .asText();
  }

  private static String resolved(String client, String declaration) throws Exception {
    Run run = Run.of("resolve", "geo.api", "--from", client, "--json", "-c", declaration);
    return JSON.readTree(run.out()).at("/clients/0/outcomes/0/endpoints/0").asText();
  }
}
