package dev.meridian.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.catalog.Countries;
import dev.meridian.catalog.Country;
import dev.meridian.catalog.UsState;
import dev.meridian.catalog.UsStates;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageRendererTest {
  private static final String HOSTILE = "</script><img src=x onerror=1>\"'&--><!--";

  private final String html = PageRenderer.html(hostile());

  private static ReportPage hostile() {
    ReportPage.Tree leaf = new ReportPage.Tree(HOSTILE, List.of());
    ReportPage.Tree group =
        new ReportPage.Tree(HOSTILE, List.of(new ReportPage.Branch(HOSTILE, HOSTILE, leaf)));
    ReportPage.Tree tree =
        new ReportPage.Tree(HOSTILE, List.of(new ReportPage.Branch(HOSTILE, HOSTILE, group)));
    return new ReportPage(
        HOSTILE,
        HOSTILE,
        List.of(HOSTILE, HOSTILE),
        1,
        List.of(HOSTILE),
        List.of(tree),
        List.of(new ReportPage.Budget(HOSTILE, HOSTILE, HOSTILE)),
        new ReportPage.ProofSection(HOSTILE, false, List.of(HOSTILE)),
        List.of(new ReportPage.Stack(1, HOSTILE, HOSTILE, List.of(HOSTILE))),
        List.of(HOSTILE),
        true,
        "{\"name\":\"</script><img src=x onerror=1>&<!--\"}");
  }

  @Test
  void noTextBecomesMarkup() {
    assertThat(html).doesNotContain("<img", "<!--").contains("&lt;img src=x onerror=1&gt;");
    assertThat(Pattern.compile("</script>").matcher(html).results().count()).isEqualTo(2);
  }

  @Test
  void noQuoteEndsAnAttribute() {
    assertThat(html).doesNotContain("onerror=1>\"", "value=\"<");
  }

  @Test
  void thePolicyNamesTheOnlyScriptAndStyle() throws NoSuchAlgorithmException {
    String policy = between("Content-Security-Policy\" content=\"", "\">").replace("&#39;", "'");

    assertThat(policy)
        .startsWith("default-src 'none'; ")
        .contains("script-src " + hash(between("\n<script>", "</script>")) + ";")
        .contains("style-src " + hash(between("<style>", "</style>")) + ";")
        .doesNotContain("unsafe", "http");
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    assertThat(html.replace("http://www.w3.org/2000/svg", "")).doesNotContain("://", "src=\"");
  }

  @Test
  void everyCountryAndStateIsOnTheMapOnce() {
    List<String> world = new ArrayList<>();
    List<String> states = new ArrayList<>();
    Countries.all().stream()
        .map(Country::code)
        .filter(code -> !code.equals("US"))
        .forEach(world::add);
    UsStates.all().stream().map(UsState::code).forEach(code -> states.add("US-" + code));
    world.addAll(states);

    assertThat(MapShape.world().stream().map(MapShape::code).filter(code -> !code.equals("-")))
        .containsExactlyInAnyOrderElementsOf(world);
    assertThat(MapShape.states().stream().map(MapShape::code))
        .containsExactlyInAnyOrderElementsOf(states);
  }

  @Test
  void thePageHasAsManyFailuresAsThereIsSpaceFor() {
    assertThat(OutageStates.failures(0)).isEqualTo(0);
    assertThat(OutageStates.failures(8)).isEqualTo(8);
    assertThat(OutageStates.failures(9)).isEqualTo(4);
    assertThat(OutageStates.failures(22)).isEqualTo(2);
    assertThat(OutageStates.failures(23)).isEqualTo(1);
    assertThat(OutageStates.failures(256)).isEqualTo(0);
  }

  private String between(String begin, String end) {
    int from = html.indexOf(begin) + begin.length();
    return html.substring(from, html.indexOf(end, from));
  }

  private static String hash(String text) throws NoSuchAlgorithmException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }
}
