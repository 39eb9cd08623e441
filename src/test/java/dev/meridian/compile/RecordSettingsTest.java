package dev.meridian.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.reader.DeploymentReader;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.RecordSet;
import dev.meridian.testing.ReadDeclaration;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a branch says about its own record sets. */
class RecordSettingsTest {
  private static final Path FILE = Path.of("src/test/resources/good-declarations/record-sets.yaml");
  private static final String HEAD =
      """
      application: shop
      environment: test
      zone: example.com
      health-check: none
      endpoints:
        rack: {addresses: [203.0.113.1, 203.0.113.2]}
        solo: {addresses: [203.0.113.3]}
        lb: {alias: {dns-name: lb.us-east-1.elb.amazonaws.com, zone-id: Z35SXDOTRQ7X7K}}
        partner: {host: lb.example.org}
      names:
      """;

  @Test
  void recordSetsAreAsTheirBranchesSay() {
    CompiledPlan compiled = Compiler.compile(DeploymentReader.load(FILE));

    assertThat(compiled.problems()).isEmpty();
    assertThat(compiled.plan().records().stream().map(RecordSettingsTest::line))
        .containsExactlyInAnyOrder(
            "cname.example.com CNAME alias partners.example.com",
            "deep.example.com A US alias _deep-us-east-1-weighted.example.com",
            "deep.example.com AAAA US alias _deep-us-east-1-weighted.example.com",
            "_deep-us-east-1-weighted.example.com A rack alias _rack.example.com",
            "_deep-us-east-1-weighted.example.com A #2 [203.0.113.3] ttl 5 if Dual: web",
            "_deep-us-east-1-weighted.example.com AAAA #2 [2001:db8::3] ttl 5 if Dual: web",
            "example.com A alias www.example.com",
            "example.com AAAA alias www.example.com",
            "_hidden.example.com A A alias www.example.com if 1 of 2",
            "_hidden.example.com AAAA A alias www.example.com if 1 of 2",
            "lone.example.com A primary alias deep.example.com",
            "lone.example.com AAAA primary alias deep.example.com",
            "many.example.com A one [203.0.113.1, 203.0.113.2] ttl 60",
            "many.example.com A Two 2 [203.0.113.3] ttl 60 if Dual: web",
            "many.example.com A three-203.0.113.1 [203.0.113.1] ttl 60",
            "many.example.com A three-203.0.113.2 [203.0.113.2] ttl 60",
            "many.example.com AAAA Two 2 [2001:db8::3] ttl 60 if Dual: web",
            "near.example.com A us-east-1 alias www.example.com",
            "near.example.com A eu-west-1 [203.0.113.3] ttl 60 if Dual: web",
            "near.example.com AAAA us-east-1 alias www.example.com",
            "near.example.com AAAA eu-west-1 [2001:db8::3] ttl 60 if Dual: web",
            "partners.example.com CNAME P 1 [lb.example.org] ttl 60",
            "_rack.example.com A rack-203.0.113.1 [203.0.113.1] ttl 5",
            "_rack.example.com A rack-203.0.113.2 [203.0.113.2] ttl 5",
            "spare.example.com A S [203.0.113.3] ttl 60 if Dual: web",
            "spare.example.com AAAA S [2001:db8::3] ttl 60 if Dual: web",
            "split.example.com A [203.0.113.3] ttl 60",
            "split.example.com AAAA dual [2001:db8::3] ttl 7 if Dual: web",
            "www.example.com A Blue 1 [203.0.113.1, 203.0.113.2] ttl 9 if Page (production)",
            "www.example.com A dual [203.0.113.3] ttl 9 if Dual: web",
            "www.example.com AAAA dual [2001:db8::3] ttl 9 if Dual: web");
    assertThat(compiled.plan().healthChecks())
        .extracting(HealthCheck::id)
        .containsExactly("1 of 2", "Dual: web", "Page (production)", "QUEUE");
  }

  @Test
  void twoBranchesWithOneIdentifierAreRefused() {
    assertThat(
            problems(
                "  a: {weighted: {rack: {weight: 1, identifier: x}, x: {weight: 1, to: solo}}}"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.what()).contains("but it already exists"));
  }

  @Test
  void anIdentifierIsForOneRecordSet() {
    assertThat(problems("  a: {multivalue: {m: {to: rack, identifier: x}}}"))
        .extracting(Diagnostic::what)
        .containsExactly(
            "the branch has an identifier, but its 2 addresses are as many record sets");
  }

  @Test
  void oneRecordSetHasOneHealthCheck() {
    assertThat(
            problems(
                "  a: {weighted: {m: {weight: 1, to: rack, one-record-set: true,"
                    + " health-check: {path: /up}}}}"))
        .extracting(Diagnostic::what)
        .containsExactly(
            "one record set has one health check, but the check of rack probes each of its"
                + " addresses");
  }

  @Test
  void onlyAddressesCanBeOneRecordSet() {
    assertThat(problems("  a: {weighted: {lb: {weight: 1, one-record-set: true, ttl: 5}}}"))
        .extracting(Diagnostic::what)
        .containsExactly(
            "an alias to an AWS resource has the TTL of that resource",
            "lb has no addresses that could be one record set");
  }

  @Test
  void aliasesInALoopAreRefused() {
    assertThat(problems("  a: {simple: {name: b}}\n  b: {simple: {name: a}}"))
        .extracting(Diagnostic::what)
        .containsExactly("the aliases of b form a loop", "the aliases of a form a loop");
  }

  @Test
  void aMultivalueBranchCannotBeAnAlias() {
    assertThat(problems("  a: {multivalue: {m: {name: b}}}\n  b: {simple: solo}"))
        .extracting(Diagnostic::what)
        .containsExactly(
            "a multivalue record cannot be an alias, so its branches cannot be policies");
  }

  @Test
  void aPolicyForATypeNeedsAddressesOfThatType() {
    assertThat(problems("  a: {AAAA: {simple: solo}}"))
        .extracting(Diagnostic::what)
        .containsExactly("no branch has an address of this type");
    assertThat(problems("  a: {A: {simple: partner}}")).hasSize(1);
  }

  @Test
  void twoHealthChecksWithOneNameAreRefused() {
    assertThat(
            problems(
                "  a: {weighted: {m: {weight: 1, to: rack, health-check: {path: /up, name: x}}}}"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.what()).endsWith("already has the id x"));
  }

  private static List<Diagnostic> problems(String names) {
    Deployment deployment = ReadDeclaration.of(HEAD + names + "\n").deployment().orElseThrow();
    return Compiler.compile(deployment).problems();
  }

  private static String line(RecordSet record) {
    return record.key()
        + " "
        + record
            .aliasTarget()
            .map(target -> "alias " + target.name())
            .orElseGet(() -> values(record))
        + record.healthCheckId().map(id -> " if " + id).orElse("");
  }

  private static String values(RecordSet record) {
    var values = (dev.meridian.model.RecordData.Values) record.data();
    return values.values() + " ttl " + values.ttl();
  }
}
