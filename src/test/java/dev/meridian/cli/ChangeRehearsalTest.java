package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.rehearse.LocalAws;
import dev.meridian.rehearse.LocalAwsProgram;
import dev.meridian.terraform.Terraform;
import dev.meridian.terraform.TerraformBinary;
import dev.meridian.terraform.TerraformFailed;
import dev.meridian.terraform.TerraformSettings;
import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import dev.meridian.testing.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code validate --against} and {@code diff} predict is what the real provider then does on
 * the local AWS.
 */
@Tag("terraform")
class ChangeRehearsalTest {
  private static final String STACK = "shop-test-dns";
  private static final String WWW = "  www: {weighted: {blue: 1, green: 1}}\n";
  private static final String DECLARED =
      """
      application: shop
      environment: test
      zone: example.com
      health-check: none
      endpoints:
        blue: {addresses: [192.0.2.1]}
        green: {addresses: [192.0.2.2]}
      names:
        n0: {simple: blue}
        n1: {simple: blue}
        n2: {simple: blue}
        n3: {simple: blue}
        n4: {simple: blue}
        n5: {simple: blue}
        n6: {simple: blue}
        n7: {simple: blue}
        n8: {simple: blue}
      """
          + WWW;

  @TempDir static Path folder;
  private static RunningProcesses processes;
  private static LocalAws aws;
  private static Terraform dns;

  @BeforeAll
  static void deploy() throws Exception {
    processes =
        new RunningProcesses(
                ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL)
            .stoppedAtExit();
    aws =
        LocalAws.start(
            LocalAwsProgram.in(Path.of(""), processes, line -> {}),
            processes,
            LocalAws.Options.in(folder.resolve("aws")));
    TerraformSettings settings =
        TerraformSettings.usual(
                TerraformBinary.find(System.getenv()).orElseThrow(),
                processes,
                System.getenv(),
                folder.resolve("settings"))
            .with(aws.environment(System.getenv()));
    dns = new Terraform("dns", folder.resolve("cdktf.out/stacks").resolve(STACK), settings);
    Files.writeString(file("old.yaml"), DECLARED);
    synth("old.yaml");
    dns.init();
    dns.apply();
  }

  @AfterAll
  static void stop() {
    processes.close();
  }

  @TestFactory
  List<DynamicTest> whatIsPredictedHappens() {
    return new Scenario()
        .step("theStateHasTheDeclaration", ChangeRehearsalTest::theStateHasTheDeclaration)
        .step("anotherPolicyIsRefused", ChangeRehearsalTest::anotherPolicyIsRefused)
        .step("anotherTtlOfAGroupIsRefused", ChangeRehearsalTest::anotherTtlOfAGroupIsRefused)
        .step("aLargeChangeIsGuarded", ChangeRehearsalTest::aLargeChangeIsGuarded)
        .step("aRenamedBranchIsRecreated", ChangeRehearsalTest::aRenamedBranchIsRecreated)
        .step("wasMovesTheBranch", ChangeRehearsalTest::wasMovesTheBranch)
        .steps();
  }

  private static void theStateHasTheDeclaration() {
    Run run = against("old.yaml", state());

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out()).endsWith("No record set or health check changes.\n");
  }

  private static void anotherPolicyIsRefused() throws Exception {
    edit(
        "  www: {multivalue: {blue: {to: blue, identifier: blue}, green: {to: green, identifier:"
            + " green}}}\n");

    for (Run run : List.of(against("new.yaml", "old.yaml"), against("new.yaml", state()), diff())) {
      assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
      assertThat(run.out()).contains("refused: www.example.com A", "./meridian migrate www");
    }
    assertThatThrownBy(dns::apply)
        .isInstanceOf(TerraformFailed.class)
        .hasMessageContaining("InvalidChangeBatch");
    restore();
  }

  private static void anotherTtlOfAGroupIsRefused() throws Exception {
    edit("  www: {weighted: {blue: 1, green: 1}, ttl: 30}\n");

    for (Run run : List.of(against("new.yaml", "old.yaml"), against("new.yaml", state()), diff())) {
      assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
      assertThat(run.out())
          .contains("refused: www.example.com A", "change the TTL of the whole group in one batch");
    }
    assertThatThrownBy(dns::apply)
        .isInstanceOf(TerraformFailed.class)
        .hasMessageContaining("InvalidChangeBatch");
    restore();
  }

  private static void aLargeChangeIsGuarded() throws Exception {
    Files.writeString(file("new.yaml"), DECLARED.replaceAll("(n[0-3]: .simple: )blue", "$1green"));
    synth("new.yaml");

    for (Run run : List.of(against("new.yaml", "old.yaml"), against("new.yaml", state()), diff())) {
      assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
      assertThat(run.out())
          .contains("change-guard: example.com", "4 of 11 record sets (36.4 %) would be updated");
    }
    assertThat(diff("--force").exitCode()).isZero();
  }

  private static void aRenamedBranchIsRecreated() throws Exception {
    edit("  www: {weighted: {left: {weight: 1, to: blue}, green: 1}}\n");

    Run run = against("new.yaml", state());

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.out()).contains("recreated: aws_route53_record.www_blue", "write was: blue at ");
    assertThat(diff().out())
        .contains("+ aws_route53_record.www_left", "- aws_route53_record.www_blue");
  }

  private static void wasMovesTheBranch() throws Exception {
    edit("  www: {weighted: {left: {weight: 1, to: blue, was: blue}, green: 1}}\n");

    Run run = against("new.yaml", state());
    Run diff = diff();

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out())
        .contains("aws_route53_record.www_left", "moved from aws_route53_record.www_blue");
    assertThat(diff.exitCode()).as(diff.toString()).isZero();
    assertThat(diff.out()).contains("~ aws_route53_record.www_left").doesNotContain("- aws_");
    dns.apply();
    assertThat(against("new.yaml", state()).out())
        .endsWith("No record set or health check changes.\n");
  }

  /** After a refused update, the provider leaves the new values in the state until the refresh. */
  private static void restore() throws Exception {
    synth("old.yaml");
    dns.apply();
  }

  private static void edit(String www) throws IOException {
    Files.writeString(file("new.yaml"), DECLARED.replace(WWW, www));
    synth("new.yaml");
  }

  private static void synth(String name) {
    Run run = Run.of("synth", "-c", file(name).toString(), "-o", output());
    assertThat(run.exitCode()).as(run.toString()).isZero();
  }

  private static Run against(String name, String source) {
    String existing = source.endsWith(".yaml") ? file(source).toString() : source;
    return Run.of("validate", "-c", file(name).toString(), "--against", existing);
  }

  private static Run diff(String... more) {
    List<String> words =
        new ArrayList<>(List.of("diff", "-c", file("new.yaml").toString(), "-o", output()));
    words.addAll(List.of("--aws-endpoint", aws.endpoint().toString()));
    words.addAll(List.of(more));
    return Run.of(words.toArray(String[]::new));
  }

  private static Path file(String name) {
    return folder.resolve(name);
  }

  private static String output() {
    return file("cdktf.out").toString();
  }

  private static String state() {
    return file("terraform." + STACK + ".tfstate").toString();
  }
}
