package dev.meridian.compile;

import static dev.meridian.compile.DeclaredPlans.simple;
import static dev.meridian.compile.DeclaredPlans.weight;
import static dev.meridian.compile.DeclaredPlans.weighted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.compile.lint.Lint;
import dev.meridian.compile.lint.LintFinding;
import dev.meridian.declaration.LintId;
import dev.meridian.model.RoutingPlan;
import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LintTest {

  @TestFactory
  Stream<DynamicTest> everyWarningIsRaisedByItsFaultAlone() {
    return LintCases.all().entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey().id(), () -> check(each.getKey())));
  }

  private static void check(LintId id) {
    LintCases.Case faulty = LintCases.all().get(id);
    assertThat(ids(faulty.raises())).contains(id);
    assertThat(ids(faulty.quiet())).doesNotContain(id);
  }

  @TestFactory
  Stream<DynamicTest> everyWarningCanBeSilenced() {
    return LintCases.all().entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey().id(),
                    () ->
                        assertThat(ids(each.getValue().raises().silenced(each.getKey().id())))
                            .doesNotContain(each.getKey())));
  }

  @Test
  void theWeightZeroThatARampNeedsIsNoWarning() {
    String name =
        """
        application: shop
        environment: test
        zone: example.com
        endpoints:
          blue: {addresses: [203.0.113.1]}
          green: {addresses: [203.0.113.2]}
        names:
          www:
            weighted: {blue: 100, green: 0}
        """;
    String ramp =
        "    ramp: {to: green, stages: {0m: 1, 1h: 100}, start: 2026-12-01T09:00:00Z, abort: [a]}\n";

    assertThat(warnings(name)).containsExactly(LintId.WEIGHT_ZERO_IS_STANDBY);
    assertThat(warnings(name + ramp)).isEmpty();
    assertThat(warnings(name + ramp.replace(", abort: [a]", "")))
        .containsExactly(LintId.RAMP_WITHOUT_ABORT);
    assertThat(warnings(name + ramp.replace("1h", "240s"))).isEmpty();
    assertThat(warnings(name + ramp.replace("1h", "239s")))
        .containsExactly(LintId.RAMP_STAGE_SHORT);
    assertThat(warnings(name + "    ttl: 61\n" + ramp.replace("1h", "240s")))
        .contains(LintId.RAMP_STAGE_SHORT);
  }

  @Test
  void aRampIsOverAfterItsLastStageBegan() {
    String yaml =
        """
        application: shop
        environment: test
        zone: example.com
        endpoints: {blue: {addresses: [203.0.113.1]}, green: {addresses: [203.0.113.2]}}
        names:
          www:
            weighted: {blue: 100, green: 0}
            ramp: {to: green, stages: {0m: 1, 1h: 100}, start: 2026-12-01T09:00:00Z, abort: [a]}
        """;
    Instant last = Instant.parse("2026-12-01T10:00:00Z");

    assertThat(RampTimes.over(ReadDeclaration.good(yaml), last)).isEmpty();
    assertThat(RampTimes.over(ReadDeclaration.good(yaml), last.plusSeconds(1)))
        .extracting(LintWarning::toString)
        .singleElement()
        .asString()
        .contains("names.www.ramp: the last stage of the ramp to green began at 2026-12-01T10:00")
        .endsWith("silence: [ramp-over]");
    assertThat(
            RampTimes.over(
                ReadDeclaration.good(yaml + "silence: [ramp-over]\n"), last.plusSeconds(1)))
        .isEmpty();
  }

  @Test
  void aMinimumOfZeroIsAWarning() {
    String yaml =
        """
        application: shop
        environment: test
        zone: example.com
        regions: [us-east-1, eu-west-1]
        names:
          api:
            weighted: {us-east-1: 100, eu-west-1: 100}
            adjust: {error-rate: 5, minimum: {us-east-1: 0, eu-west-1: 1}, maximum: 200}
        """;

    assertThat(warnings(yaml)).containsExactly(LintId.ADJUST_MINIMUM_ZERO);
    assertThat(warnings(yaml.replace("us-east-1: 0", "us-east-1: 1"))).isEmpty();
    assertThat(warnings(yaml + "silence: [adjust-minimum-zero]\n")).isEmpty();
  }

  private static List<LintId> warnings(String yaml) {
    return Compiler.compile(ReadDeclaration.good(yaml)).warnings().stream()
        .map(LintWarning::id)
        .toList();
  }

  @Test
  void everyIdHasACase() {
    Set<LintId> covered = EnumSet.copyOf(LintCases.all().keySet());
    covered.add(LintId.HEALTH_CHECK_MISSING); // the next test
    covered.add(LintId.ADJUST_MINIMUM_ZERO); // this one and the others: the tests above
    covered.add(LintId.RAMP_WITHOUT_ABORT);
    covered.add(LintId.RAMP_STAGE_SHORT);
    covered.add(LintId.RAMP_OVER);

    assertThat(covered).containsExactly(LintId.values());
  }

  @Test
  void aRecordWhoseHealthCheckIsGoneIsWarnedAboutInAPlanFromElsewhere() {
    RoutingPlan whole =
        DeclaredPlans.zone("example.com")
            .regions("eu-west-1")
            .name("a", weighted(weight("eu-west-1", 1)))
            .compiled()
            .plan();
    RoutingPlan without =
        new RoutingPlan(whole.zone(), whole.records(), List.of(), whole.cidrCollections());

    assertThat(Lint.check(whole)).extracting(LintFinding::id).isEmpty();
    assertThat(Lint.check(without))
        .extracting(LintFinding::id)
        .containsExactly(LintId.HEALTH_CHECK_MISSING);
  }

  @Test
  void aWarningStandsOnceThoughBothIpVersionsRaiseIt() {
    DeclaredPlans declared =
        DeclaredPlans.zone("example.com")
            .region("eu-west-1", DeclaredPlans.site(true, true, null), DeclaredPlans.NONE)
            .name("a", weighted(weight("eu-west-1", 0)));

    assertThat(declared.compiled().warnings())
        .extracting(warning -> warning.problem().path())
        .containsExactly("names.a.weighted");
  }

  @Test
  void aPlainSystemRaisesNothing() {
    DeclaredPlans declared = DeclaredPlans.zone("example.com").regions("eu-west-1");

    assertThat(declared.name("a", simple("eu-west-1")).compiled().warnings()).isEmpty();
  }

  @Test
  void everyIdIsDocumentedUnderAHeadingOfItsOwn() throws IOException {
    List<String> headings =
        Pattern.compile("^## `(.*)`$", Pattern.MULTILINE)
            .matcher(Files.readString(Path.of("docs/lint.md")))
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(headings)
        .containsExactlyElementsOf(Arrays.stream(LintId.values()).map(LintId::id).toList());
  }

  private static List<LintId> ids(DeclaredPlans declared) {
    CompiledPlan compiled = declared.compiled();
    assertThat(compiled.problems()).isEmpty();
    return compiled.warnings().stream().map(LintWarning::id).toList();
  }
}
