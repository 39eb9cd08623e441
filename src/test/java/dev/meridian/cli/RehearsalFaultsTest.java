package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.cli.option.CommandProcesses;
import dev.meridian.rehearse.LocalAws;
import dev.meridian.rehearse.LocalAwsProgram;
import dev.meridian.terraform.process.RunningProcesses;
import dev.meridian.testing.LoopbackServer;
import dev.meridian.testing.RealTerraform;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong outside Meridian ends in a message with a next step, and the next run works. */
@Tag("terraform")
@Timeout(300)
class RehearsalFaultsTest {
  private static final String DNS_ALONE =
      """
      application: tiny
      environment: test
      zone: example.com
      state: {backend: local}
      endpoints:
        berlin: {addresses: [203.0.113.20], health-check: none}
      names:
        www: {simple: berlin}
      alerts: {enabled: false}
      """;
  private static final String IN_S3 =
      DNS_ALONE
          .replace("backend: local", "backend: s3, bucket: tiny-states, region: us-east-1")
          .replace("endpoints:", "regions: [eu-west-1]\nendpoints:")
          .replace("alerts:", "site: {servers: none, static-addresses: false}\nalerts:")
          .replace("{simple: berlin}", "{weighted: {eu-west-1: 90, berlin: 10}}");

  @TempDir Path folder;

  @Test
  void aStateLockedBySomebodyElseIsNamedAndOnceReleasedTheRehearsalWorks() throws Exception {
    try (RunningProcesses processes = CommandProcesses.start();
        LocalAws aws =
            LocalAws.start(
                LocalAwsProgram.in(Path.of(""), processes, line -> {}),
                processes,
                LocalAws.Options.in(folder.resolve("aws")))) {
      aws.createBucket("tiny-states");
      URI lock = aws.endpoint().resolve("/tiny-states/tiny-test-eu-west-1.tfstate.tflock");
      String holder =
          "{\"ID\":\"6d1c\",\"Operation\":\"OperationTypeApply\",\"Who\":\"ann@desk\","
              + "\"Version\":\"1.11.4\",\"Created\":\"2026-01-02T03:04:05Z\",\"Path\":\"x\"}";
      send(HttpRequest.newBuilder(lock).PUT(HttpRequest.BodyPublishers.ofString(holder)));

      Run locked = rehearse(IN_S3, "--aws-endpoint", aws.endpoint().toString());
      send(HttpRequest.newBuilder(lock).DELETE());
      Run released = rehearse(IN_S3, "--aws-endpoint", aws.endpoint().toString());

      assertThat(locked.exitCode()).isEqualTo(3);
      assertThat(locked.err())
          .contains("The stack tiny-test-eu-west-1 is locked by ann@desk", "force-unlock 6d1c");
      assertThat(released.exitCode()).as(released.toString()).isZero();
      assertThat(released.out()).contains("Rehearsed: it works as declared.");
    }
  }

  @Test
  void aLocalAwsThatDiesIsToldAndItsStatesArePutAside() throws Exception {
    Child child = start();
    child.awaitLine("dns              apply:");
    long aws = child.localAws().pid();

    child.localAws().destroyForcibly();

    assertThat(child.process().waitFor(90, TimeUnit.SECONDS)).isTrue();
    assertThat(child.process().exitValue()).isEqualTo(3);
    assertThat(child.rest())
        .contains("The local AWS has ended", "exit code 137", "tiny-test-dns", "rehearse again");
    assertThat(ProcessHandle.of(aws)).isEmpty();
    assertThat(folder.resolve("rehearsal/.terraform.tfstate.lock.info")).doesNotExist();

    Child again = start();
    again.awaitLine("dns              apply:");
    List<ProcessHandle> family = again.process().descendants().toList();
    interrupt(again.process());

    assertThat(again.process().waitFor(90, TimeUnit.SECONDS)).isTrue();
    assertThat(again.process().exitValue()).isEqualTo(130);
    assertThat(again.rest()).contains("Interrupted while working on tiny-test-dns");
    assertThat(family)
        .allSatisfy(one -> assertThat(one.onExit()).succeedsWithin(Duration.ofSeconds(5)));
    assertThat(folder.resolve("rehearsal").toFile().list())
        .noneMatch(name -> name.contains("lock.info"));

    Run last = rehearse(DNS_ALONE);

    assertThat(last.exitCode()).as(last.toString()).isZero();
  }

  @Test
  void credentialsThatAreRefusedAreNamedWithTheStack() throws Exception {
    LoopbackServer refusing =
        new LoopbackServer(
            request ->
                new LoopbackServer.Response(
                    403,
                    "<ErrorResponse><Error><Type>Sender</Type><Code>InvalidClientTokenId</Code>"
                        + "<Message>The security token is invalid</Message></Error>"
                        + "</ErrorResponse>"));
    String endpoint = refusing.endpoint().toString();

    Run diff =
        Run.of(
            "diff",
            "-c",
            declaration(DNS_ALONE).toString(),
            "-o",
            folder.resolve("cdktf.out").toString(),
            "--aws-endpoint",
            endpoint);
    Run verify =
        Run.of("verify", "-c", declaration(DNS_ALONE).toString(), "--aws-endpoint", endpoint);

    refusing.close();
    assertThat(diff.exitCode()).as(diff.toString()).isEqualTo(3);
    assertThat(diff.out()).contains("The stack tiny-test-dns was refused by AWS", "Sign in again");
    assertThat(verify.exitCode()).isEqualTo(3);
    assertThat(verify.err()).contains("InvalidClientTokenId", "Sign in again");
  }

  @Test
  void aProviderThatCannotBeInstalledIsToldAndLeavesNothing() throws Exception {
    Child child = start(Map.of("MERIDIAN_PROVIDER_MIRROR", folder.resolve("empty").toString()));

    assertThat(child.process().waitFor(90, TimeUnit.SECONDS)).isTrue();
    assertThat(child.process().exitValue()).isEqualTo(3);
    assertThat(child.rest())
        .contains("The stack tiny-test-dns needs a provider that terraform could not install")
        .contains("MERIDIAN_PROVIDER_MIRROR");
    assertThat(child.process().descendants()).isEmpty();
  }

  private Run rehearse(String declared, String... more) throws IOException {
    List<String> words =
        new ArrayList<>(List.of("rehearse", "-c", declaration(declared).toString()));
    words.addAll(List.of("--folder", folder.resolve("rehearsal").toString()));
    words.addAll(List.of(more));
    return Run.of(words.toArray(String[]::new));
  }

  private Path declaration(String declared) throws IOException {
    return Files.writeString(folder.resolve("tiny.yaml"), declared);
  }

  /** Its applies take long enough to be interrupted. */
  private Child start() throws IOException {
    return start(RealTerraform.WAITS);
  }

  private Child start(Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "dev.meridian.cli.Main",
            "rehearse",
            "-c",
            declaration(DNS_ALONE).toString(),
            "--folder",
            folder.resolve("rehearsal").toString());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    return new Child(process, process.inputReader());
  }

  private static void interrupt(Process process) throws Exception {
    int code = new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
    assertThat(code).isZero();
  }

  private static void send(HttpRequest.Builder request) throws Exception {
    // The local AWS wants to see who asks, and does not look at the signature.
    request.header(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=testing/20260101/us-east-1/s3/aws4_request,"
            + " SignedHeaders=host, Signature=0");
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isBetween(200, 299);
  }

  /** A rehearsal in a process of its own. */
  private record Child(Process process, BufferedReader output) {

    void awaitLine(String part) throws IOException {
      StringBuilder read = new StringBuilder();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        read.append(line).append('\n');
        if (line.contains(part)) {
          return;
        }
      }
      throw new AssertionError("no line with \"" + part + "\" in:\n" + read);
    }

    String rest() throws IOException {
      try (Stream<String> lines = output.lines()) {
        return String.join("\n", lines.toList());
      }
    }

    ProcessHandle localAws() {
      return process
          .descendants()
          .filter(one -> one.info().commandLine().orElse("").contains("local_aws.py"))
          .findFirst()
          .orElseThrow();
    }
  }
}
