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
import java.util.Collections;
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
        HOSTILE,
        HOSTILE,
        "{\"name\":\"</script><img src=x onerror=1>&<!--\"}");
  }

  private static ComparisonPage hostileComparison() {
    MarkedTree leaf = new MarkedTree(HOSTILE, List.of());
    MarkedTree group =
        new MarkedTree(
            HOSTILE, List.of(new MarkedTree.Branch(HOSTILE, HOSTILE, Mark.CHANGED, HOSTILE, leaf)));
    MarkedTree tree =
        new MarkedTree(
            HOSTILE, List.of(new MarkedTree.Branch(HOSTILE, HOSTILE, Mark.SAME, "", group)));
    ComparisonPage.Entry entry =
        new ComparisonPage.Entry(
            HOSTILE,
            Mark.CHANGED,
            HOSTILE,
            1,
            HOSTILE,
            List.of(new ComparisonPage.EndpointShare(HOSTILE, HOSTILE, HOSTILE, HOSTILE)),
            List.of(
                new ComparisonPage.AnswerChange(
                    Collections.nCopies(13, HOSTILE), 13, HOSTILE, HOSTILE, HOSTILE, HOSTILE)),
            tree,
            tree);
    return new ComparisonPage(
        HOSTILE,
        HOSTILE,
        HOSTILE,
        List.of(HOSTILE),
        List.of(HOSTILE),
        List.of(new ComparisonPage.Finding(HOSTILE, List.of(HOSTILE))),
        List.of(HOSTILE),
        List.of(
            new ComparisonPage.Zone(HOSTILE, List.of(entry), 1),
            new ComparisonPage.Zone(HOSTILE, List.of(), 0)),
        List.of(HOSTILE),
        "{\"name\":\"</script><img src=x onerror=1>&<!--\"}");
  }

  private static DrillPage hostileDrill() {
    TimeLine.Lane lane =
        new TimeLine.Lane(
            HOSTILE,
            TimeLine.Kind.OUTAGE,
            List.of(new TimeLine.Bar(0, 1, HOSTILE)),
            List.of(new TimeLine.Point(1, HOSTILE)));
    PageTable table =
        new PageTable(
            HOSTILE,
            List.of(PageTable.Column.text(HOSTILE), PageTable.Column.number(HOSTILE)),
            List.of(List.of(HOSTILE, HOSTILE)));
    return new DrillPage(
        HOSTILE,
        HOSTILE,
        List.of(HOSTILE),
        HOSTILE,
        List.of(HOSTILE),
        List.of(HOSTILE),
        new TimeLine(10, HOSTILE, List.of(lane)),
        List.of(
            new DrillPage.Section(
                "section", HOSTILE, List.of(HOSTILE), List.of(table), List.of(HOSTILE))));
  }

  @Test
  void noTextBecomesMarkup() {
    String comparison = PageRenderer.html(hostileComparison());
    String drill = PageRenderer.html(hostileDrill());
    for (String page : List.of(html, comparison, drill)) {
      assertThat(page).doesNotContain("<img", "<!--").contains("&lt;img src=x onerror=1&gt;");
    }
    Pattern end = Pattern.compile("</script>");
    assertThat(end.matcher(html).results().count()).isEqualTo(2);
    assertThat(end.matcher(comparison).results().count()).isEqualTo(2);
    assertThat(end.matcher(drill).results().count()).isZero();
  }

  @Test
  void noQuoteEndsAnAttribute() {
    for (String page :
        List.of(html, PageRenderer.html(hostileComparison()), PageRenderer.html(hostileDrill()))) {
      assertThat(page).doesNotContain("onerror=1>\"", "value=\"<", "label=\"<", "id=\"<");
    }
  }

  @Test
  void aPageWithoutAScriptPermitsNone() {
    assertThat(PageRenderer.html(hostileDrill()))
        .contains("default-src &#39;none&#39;; style-src")
        .doesNotContain("script-src", "<script");
  }

  @Test
  void aTimeLineKeepsWithinItsAxis() {
    TimeLine.Bar late = new TimeLine.Bar(90, 400, "");
    TimeLine.Bar brief = new TimeLine.Bar(10, 10, "");
    TimeLine line =
        new TimeLine(
            100,
            "",
            List.of(new TimeLine.Lane("a".repeat(90), TimeLine.Kind.HEALTH, List.of(), List.of())));

    assertThat(line.x(0)).isEqualTo("440.0");
    assertThat(line.x(100)).isEqualTo("985.0");
    assertThat(line.x(50)).isEqualTo("712.5");
    assertThat(line.width(late)).isEqualTo("54.5");
    assertThat(line.width(brief)).isEqualTo("2.0");
    assertThat(line.ticks()).containsExactly(0, 15, 30, 45, 60, 75, 90);
    assertThat(line.shortLabel(line.lanes().get(0))).hasSize(59).endsWith("…");
    assertThat(new TimeLine(7200, "", List.of()).ticks()).hasSize(9).endsWith(7200);
    assertThat(TimeLine.time(65.9)).isEqualTo("1:05");
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
