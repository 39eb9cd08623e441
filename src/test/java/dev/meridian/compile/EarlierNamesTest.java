package dev.meridian.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.testing.ReadDeclaration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EarlierNamesTest {
  private static final String START =
      """
      application: shop
      environment: test
      zone: example.com
      health-check: none
      """;

  @Test
  void aBranchWithAnotherLabelHadAnotherSetIdentifierPerType() {
    assertThat(
            records(
                """
                endpoints: {a: {addresses: [203.0.113.1, "2001:db8::1"]}}
                names: {www: {weighted: {green: {weight: 1, to: a, was: blue}}}}
                """))
        .containsExactly(
            Map.entry("www.example.com A green", List.of("www.example.com A blue")),
            Map.entry("www.example.com AAAA green", List.of("www.example.com AAAA blue")));
  }

  @Test
  void groupsBelowABranchHadItsEarlierLabelAndNoKind() {
    assertThat(
            records(
                """
                endpoints: {a: {addresses: [203.0.113.1]}}
                names: {www: {simple: {weighted: {one: {weight: 1, to: a}}}}}
                """
                    .replace("simple: {", "latency: {eu-west-1: {was: west, to: {")
                    .replace("}}}}}", "}}}}}}}")))
        .containsEntry(
            "_www-eu-west-1-weighted.example.com A one",
            List.of(
                "_www-west.example.com A one",
                "_www-west-weighted.example.com A one",
                "_www-eu-west-1.example.com A one"))
        .containsEntry("www.example.com A eu-west-1", List.of("www.example.com A west"));
  }

  @Test
  void branchesNamedAfterAnEndpointHadItsEarlierName() {
    assertThat(
            records(
                """
                endpoints: {rack: {addresses: [203.0.113.1, 203.0.113.2], was: shelf}}
                names:
                  many: {multivalue: [rack]}
                  www: {weighted: {rack: 1}}
                  own: {weighted: {rack: {weight: 1, identifier: X}}}
                """))
        .containsEntry(
            "_rack.example.com A rack-203.0.113.1",
            List.of(
                "_shelf.example.com A shelf-203.0.113.1",
                "_shelf.example.com A rack-203.0.113.1",
                "_rack.example.com A shelf-203.0.113.1"))
        .containsEntry(
            "many.example.com A rack-203.0.113.1", List.of("many.example.com A shelf-203.0.113.1"))
        .containsEntry("www.example.com A rack", List.of("www.example.com A shelf"));
  }

  @Test
  void healthChecksHadTheNamesOfWhatTheyBelongTo() {
    assertThat(
            earlier(
                    """
                    health-checks:
                      ready: {path: /ready, was: up}
                      front: {host: www.example.org, was: homepage}
                    endpoints:
                      rack: {addresses: [203.0.113.1, 203.0.113.2], was: shelf, health-check: ready}
                      solo: {addresses: [203.0.113.3], was: alone, health-check: {path: /solo}}
                    names:
                      www:
                        weighted:
                          green: {weight: 1, to: solo, was: blue, health-check: {path: /green}}
                          rack: 1
                          solo: 1
                    """)
                .healthChecks())
        .containsOnly(
            Map.entry("front", List.of("homepage")),
            Map.entry("solo", List.of("alone")),
            Map.entry("www-green", List.of("www-blue")),
            Map.entry(
                "rack-ready-203-0-113-1",
                List.of("shelf-up-203-0-113-1", "shelf-ready-203-0-113-1", "rack-up-203-0-113-1")),
            Map.entry(
                "rack-ready-203-0-113-2",
                List.of("shelf-up-203-0-113-2", "shelf-ready-203-0-113-2", "rack-up-203-0-113-2")));
  }

  @Test
  void aNameThatIsInUseIsNotAnEarlierOne() {
    assertThat(
            records(
                """
                endpoints: {a: {addresses: [203.0.113.1]}}
                names:
                  www: {weighted: {green: {weight: 1, to: {simple: a}}, x: {weight: 1, to: a}}}
                  _www-green: {simple: a}
                """))
        .isEmpty();
  }

  @Test
  void everyProblemOfAnEarlierNameIsReported() {
    List<Diagnostic> problems =
        Compiler.compile(
                ReadDeclaration.of(
                        START
                            + """
                            health-checks:
                              front: {host: www.example.org, was: back}
                              back: {host: back.example.org, name: Back, was: Back}
                              other: {host: other.example.org, was: front}
                            endpoints:
                              a: {addresses: [203.0.113.1], was: b}
                              b: {addresses: [203.0.113.2], was: gone}
                              c: {addresses: [203.0.113.3], was: gone}
                            names:
                              www:
                                weighted:
                                  a: {weight: 1, was: a}
                                  b: {weight: 1, was: a}
                                  c: {weight: 1, identifier: C, was: c}
                                  d:
                                    weight: 1
                                    to: {weighted: {a: {weight: 1, was: x}, b: {weight: 1, was: x}}}
                            """)
                    .deployment()
                    .orElseThrow())
            .problems();

    assertThat(problems)
        .extracting(problem -> problem.path() + ": " + problem.what() + ": " + problem.fix())
        .containsExactly(
            "health-checks.back.was: the health check is still called Back: remove was",
            "health-checks.other.was: the health check front is still declared:"
                + " remove was, or remove the health check front",
            "endpoints.a.was: the endpoint b is still declared:"
                + " remove was, or remove the endpoint b",
            "endpoints.c.was: endpoints.b already says that it was gone:"
                + " keep was at the one that continues gone",
            "names.www.weighted.a.was: the branch is still called a: remove was",
            "names.www.weighted.b.was: the branch a is still declared:"
                + " remove was, or remove the branch a",
            "names.www.weighted.d.weighted.b.was: names.www.weighted.d.weighted.a already says"
                + " that it was x: keep was at the one that continues x");
  }

  private static EarlierNames earlier(String yaml) {
    CompiledPlan compiled =
        Compiler.compile(ReadDeclaration.of(START + yaml).deployment().orElseThrow());
    assertThat(compiled.problems()).isEmpty();
    return compiled.earlier();
  }

  private static Map<String, List<String>> records(String yaml) {
    Map<String, List<String>> records = new TreeMap<>();
    earlier(yaml)
        .records()
        .forEach(
            (key, before) ->
                records.put(key.toString(), before.stream().map(Object::toString).toList()));
    return records;
  }
}
