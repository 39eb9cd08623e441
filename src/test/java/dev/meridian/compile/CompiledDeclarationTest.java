package dev.meridian.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.declaration.LintId;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.InvalidDeclaration;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.testing.ReadDeclaration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Declarations as users write them, and what they compile to. */
class CompiledDeclarationTest {
  private static final String HEAD =
      """
      application: shop
      environment: test
      zone: example.com
      alerts: {enabled: false}
      health-check: none
      endpoints:
        one: {addresses: [203.0.113.1]}
        six: {addresses: ["2001:db8::1"]}
        sixes: {addresses: ["2001:db8::2", "2001:db8::3"]}
        dual: {addresses: [203.0.113.4, "2001:db8::4"]}
        host: {host: lb.example.org}
        old: {alias: {dns-name: lb-1.eu-west-1.elb.amazonaws.com, zone-id: Z32O12XQLNTSW2}}
        new: {alias: {dns-name: lb-2.eu-west-1.elb.amazonaws.com, zone-id: Z32O12XQLNTSW2, ipv6: true}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {simple: one}              | www.example.com A
          {simple: six}              | www.example.com AAAA
          {simple: dual}             | www.example.com A, www.example.com AAAA
          {simple: host}             | www.example.com CNAME
          {simple: old}              | www.example.com A
          {simple: new}              | www.example.com A, www.example.com AAAA
          {multivalue: [one, six]}   | www.example.com A one-203.0.113.1, www.example.com AAAA six-2001:db8::1
          {weighted: {dual: 1, six: 1}} | www.example.com A dual, www.example.com AAAA dual, www.example.com AAAA six
          """)
  void anEndpointHasRecordsOfTheTypesThatItAnswers(String policy, String records) {
    CompiledPlan compiled = compile("names: {www: " + policy + "}");

    assertThat(compiled.problems()).isEmpty();
    assertThat(compiled.plan().records())
        .extracting(record -> record.key().toString())
        .containsExactlyInAnyOrder(records.split(", "));
  }

  @ParameterizedTest
  @CsvSource({"old, 0", "sixes, 0", "one, 1", "six, 1", "dual, 1", "host, 1"})
  void onlyBranchesThatBecomeAliasesEvaluateTargetHealth(String endpoint, int problems) {
    CompiledPlan compiled =
        compile(
            "names: {www: {weighted: {%s: {weight: 1, evaluate-target-health: false}}}}"
                .formatted(endpoint));

    assertThat(compiled.problems())
        .hasSize(problems)
        .allMatch(problem -> problem.what().startsWith("only aliases evaluate target health"));
  }

  @Test
  void whatAnAccountMayHaveMoreOfOnRequestIsAWarning() {
    StringBuilder collections = new StringBuilder("cidr-collections:\n");
    StringBuilder names = new StringBuilder("names:\n");
    for (int i = 0; i < 6; i++) {
      collections.append("  c%d: {north: [10.%d.0.0/16]}\n".formatted(i, i));
      names.append(
          "  n%d: {ip-based: {collection: c%d, locations: {north: one, default: one}}}\n"
              .formatted(i, i));
    }

    CompiledPlan compiled = compile(collections.toString() + names);

    assertThat(compiled.problems()).isEmpty();
    assertThat(compiled.warnings())
        .filteredOn(warning -> warning.id() == LintId.ACCOUNT_QUOTA)
        .singleElement()
        .asString()
        .contains("has 6 CIDR collections");
  }

  @Test
  void whatANameThatWasNotCompiledLacksIsNotAProblemOfItsOwn() {
    RoutingPolicy nowhere = new RoutingPolicy.IpBased("nowhere", "north");
    DeclaredPlans dangling =
        DeclaredPlans.zone("example.com")
            .addresses("one", "203.0.113.1")
            .host("host", "lb.example.org")
            .name(
                "net",
                DeclaredPlans.tree(
                    PolicyKind.IP_BASED,
                    DeclaredPlans.branch("north", nowhere, DeclaredPlans.to("one"))));

    assertThat(Compiler.compile(dangling.deployment()).problems())
        .extracting(Diagnostic::what)
        .containsExactly("there is no CIDR collection nowhere");
    dangling.name(
        "mixed",
        DeclaredPlans.weighted(DeclaredPlans.weight("one", 1), DeclaredPlans.weight("host", 1)));
    assertThat(Compiler.compile(dangling.deployment()).problems())
        .singleElement()
        .extracting(Diagnostic::what)
        .asString()
        .contains("host is a host name, and its CNAME record excludes all other types");
  }

  @Test
  void aPlanWithProblemsIsRefusedWithAllOfThem() {
    CompiledPlan compiled =
        compile(
            "names: {a: {weighted: {one: {weight: 1, evaluate-target-health: true}}},"
                + " b: {weighted: {six: {weight: 1, evaluate-target-health: true}}}}");
    List<Diagnostic> problems = compiled.problems();

    assertThat(problems).hasSize(2);
    assertThatThrownBy(compiled::orThrow)
        .isInstanceOf(InvalidDeclaration.class)
        .hasMessageContaining(problems.get(0).what())
        .hasMessageContaining(problems.get(1).what());
  }

  @Test
  void aPlanWithoutProblemsIsThePlan() {
    CompiledPlan compiled = compile("names: {www: {simple: one}}");

    assertThat(compiled.orThrow()).isSameAs(compiled.plan());
  }

  private static CompiledPlan compile(String names) {
    return Compiler.compile(ReadDeclaration.good(HEAD + names));
  }
}
