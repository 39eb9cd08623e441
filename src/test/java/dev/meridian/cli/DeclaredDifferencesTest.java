package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code compare} names what changes besides the answers, if both versions are declarations. */
class DeclaredDifferencesTest {
  private static final String PRIVATE =
      """
      private: {zone: corp.example.com, resolver: {inbound: true}, names: {www: {simple: us-east-1}}}
      silence: [network-block-assigned]
      """;

  private static final String BEFORE =
      """
      application: shop
      environment: prod
      zone: {name: example.com}
      state: {backend: local}
      regions:
        us-east-1: {}
        eu-west-1: {}
      endpoints:
        blue: {addresses: [192.0.2.1]}
      names:
        www: {simple: blue}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name: example.com   | name: example.com, existing: true         | other-zone: example.com
          backend: local      | backend: local, directory: states         | other-state: shop-prod-dns
          eu-west-1: {}       | ''                                        | region-removed: eu-west-1
          application: shop   | application: store                        | other-stack: shop-prod-dns
          {simple: blue}      | {weighted: {blue: 1}}                     | refused: www.example.com A
          """)
  void whatAnswersDoNotShowIsAFinding(String old, String now, String finding) throws Exception {
    Run run = compare(BEFORE, BEFORE.replace(old, now));

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.out()).startsWith("Nobody's answers change.\n" + finding + "\n  ");
  }

  @Test
  void aStackThatWouldCreateASecondZoneIsAFinding() throws Exception {
    String existing = BEFORE.replace("{name: example.com}", "{name: example.com, existing: true}");
    Run run = compare(existing, BEFORE);

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.out()).contains("other-zone: example.com", "second hosted zone");
  }

  @Test
  void aRemovedPrivateZoneIsAFinding() throws Exception {
    Run run = compare(BEFORE + PRIVATE, BEFORE);

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.out())
        .contains("private-zone-removed: private zone corp.example.com\n", "private-network and ")
        .doesNotContain("private-network-removed");
  }

  @Test
  void aPrivateNetworkThatIsNoLongerNeededIsAFinding() throws Exception {
    Run run =
        compare(
            BEFORE + PRIVATE,
            BEFORE + PRIVATE.replace("resolver: {inbound: true}", "peering: false"));

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.out())
        .containsOnlyOnce("private-network-removed: private-network\n  its stack ");
  }

  @Test
  void publicNamesBelowANewPrivateZoneAreHidden() throws Exception {
    String before = BEFORE + "  old.corp: {simple: blue}\n  www.corp: {simple: blue}\n";

    Run run = compare(before, before + PRIVATE);

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            ". These records of the public zone don't exist for them any more:"
                + " old.corp.example.com A\n");
  }

  @Test
  void jsonHasTheFindings() throws Exception {
    Run run = compare(BEFORE, BEFORE.replace("{simple: blue}", "{weighted: {blue: 1}}"), "--json");

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.out()).contains("\"findings\"", "\"refused\"", "\"www.example.com A\"");
  }

  @Test
  void theSameDeclarationHasNoFinding() throws Exception {
    Run run = compare(BEFORE, BEFORE);

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out()).isEqualTo("Nobody's answers change.\n");
  }

  /** Also for the hidden record sets of its inner rules. */
  @Test
  void theKindsOfRulesInATrafficPolicyChangeAtOnce() throws Exception {
    String inner = policy("{EU: {weighted: {blue: 1, green: 1}}, default: green}");
    String other = policy("{EU: {multivalue: [blue, green]}, default: green}");

    Run run = compare(inner, other);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("before  192.0.2.1 50.0 %").doesNotContain("refused");
  }

  @Test
  void recordSetsInsteadOfATrafficPolicyAreRefusedEvenIfTheAnswersStay() throws Exception {
    String policy = policy("{EU: {weighted: {blue: 1, green: 1}}, default: green}");
    String records = policy.replace("    via: traffic-policy\n", "");

    Run away = compare(policy, records);
    Run back = compare(records, policy);

    assertThat(away.exitCode()).as(away.toString()).isEqualTo(1);
    assertThat(away.out())
        .startsWith("Nobody's answers change.\n")
        .contains("refused: www.example.com A\n  record sets replace the traffic policy");
    assertThat(back.exitCode()).as(back.toString()).isEqualTo(1);
    assertThat(back.out())
        .contains("refused: www.example.com A\n  a traffic policy replaces the record sets");
  }

  private static String policy(String geolocation) {
    return """
        application: shop
        environment: prod
        zone: {name: example.com}
        state: {backend: local}
        health-check: none
        endpoints:
          blue: {addresses: [192.0.2.1]}
          green: {addresses: [192.0.2.2]}
        names:
          www:
            via: traffic-policy
            geolocation: %s
        """
        .formatted(geolocation);
  }

  private Run compare(String before, String after, String... options) throws IOException {
    Path old = Files.writeString(folder.resolve("old.yaml"), before);
    Path now = Files.writeString(folder.resolve("new.yaml"), after);
    List<String> words = new ArrayList<>(List.of("compare", old.toString(), now.toString()));
    words.addAll(List.of(options));
    return Run.of(words.toArray(String[]::new));
  }
}
