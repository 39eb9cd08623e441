package dev.meridian.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.compile.CompiledPlan;
import dev.meridian.compile.Compiler;
import dev.meridian.model.CanonicalPlan;
import dev.meridian.model.ZoneKind;
import dev.meridian.testing.ReadDeclaration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrafficPolicyImportTest {
  private static final ImportMetadata HEADING =
      new ImportMetadata("a test", "shop", "test", null, ZoneKind.PUBLIC, List.of(), Set.of());

  private static final String DECLARATION =
      """
      application: shop
      environment: test
      zone: {name: example.com, existing: true}
      state: {backend: local, directory: states}
      health-check: {protocol: HTTP}
      endpoints:
        a: {addresses: [203.0.113.1, "2001:db8::1"]}
        b: {addresses: [203.0.113.2, "2001:db8::2"]}
      names:
        www: {via: traffic-policy, latency: {us-east-1: a, eu-west-1: {weighted: {a: 1, b: 2}}}}
        half: {A: {via: traffic-policy, weighted: {a: 1, b: 1}}, AAAA: {weighted: {a: 1, b: 1}}}
        plain: {weighted: {a: 1, b: 1}}
      """;

  @Test
  void namesThatATrafficPolicyAnswersForAreWrittenWithVia() {
    CompiledPlan compiled = Compiler.compile(ReadDeclaration.good(DECLARATION));

    ImportResult imported = Importer.of(CanonicalPlan.of(compiled.plan()), HEADING);

    assertThat(imported.leftOut()).isEmpty();
    String text = imported.text().orElseThrow();
    CompiledPlan again = Compiler.compile(ReadDeclaration.good(text));
    assertThat(again.problems()).isEmpty();
    assertThat(again.plan().policyRecords())
        .as(text)
        .isEqualTo(compiled.plan().policyRecords())
        .hasSize(3);
    assertThat(CanonicalPlan.of(again.plan()).groups().keySet())
        .isEqualTo(CanonicalPlan.of(compiled.plan()).groups().keySet());
  }
}
