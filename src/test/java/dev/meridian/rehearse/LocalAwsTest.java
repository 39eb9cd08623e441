package dev.meridian.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.LiveAlarms;
import dev.meridian.aws.LiveLoadBalancers;
import dev.meridian.aws.LiveResources;
import dev.meridian.aws.LiveServers;
import dev.meridian.aws.emulator.EmulatorFixtures;
import dev.meridian.declaration.Deployment;
import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life and death of a local AWS. */
@Tag("terraform")
@Timeout(120)
class LocalAwsTest {
  private static final String ZONE =
      """
      <CreateHostedZoneRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/">
        <Name>example.com</Name><CallerReference>once</CallerReference>
      </CreateHostedZoneRequest>
      """;
  private static final String CHANGE =
      """
      <ChangeResourceRecordSetsRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/">
        <ChangeBatch><Changes/></ChangeBatch>
      </ChangeResourceRecordSetsRequest>
      """;
  private final RunningProcesses processes =
      new RunningProcesses(
          ProcessStarter.system(System.getenv()),
          new RunningProcesses.Patience(Duration.ofSeconds(10), Duration.ofSeconds(1)));

  @TempDir Path folder;

  @AfterEach
  void stop() {
    processes.close();
  }

  @Test
  void noVariableOfTheShellLeadsElsewhere() {
    Map<String, String> own =
        Map.of(
            "AWS_ENDPOINT_URL_ROUTE_53", "https://elsewhere.test",
            "AWS_ENDPOINT_URL_S3", "https://elsewhere.test",
            "AWS_PROFILE", "production");

    Map<String, String> environment =
        LocalAws.environment(URI.create("http://127.0.0.1:4566"), own);

    assertThat(environment)
        .containsEntry("AWS_ENDPOINT_URL", "http://127.0.0.1:4566")
        .containsEntry("AWS_ENDPOINT_URL_ROUTE_53", "")
        .containsEntry("AWS_ENDPOINT_URL_S3", "")
        .containsEntry("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "")
        .containsEntry("AWS_PROFILE", "")
        .containsEntry("TF_WORKSPACE", "");
  }

  @Test
  void goingOnItUsesTheStandInsOfTheFirstTime() throws Exception {
    Deployment declared =
        ReadDeclaration.good(
            """
                application: shop
                environment: test
                zone: {name: example.com, existing: true}
                regions:
                  us-gov-west-1:
                    site:
                      network: {vpc: vpc-0123456789abcdef0, subnets: [subnet-0123456789abcdef0, subnet-0123456789abcdef1]}
                names:
                  www: {simple: us-gov-west-1}
                """);
    AwsAccess access = start("aws").access().at("us-gov-west-1");
    Set<String> regions = declared.regions().keySet();

    Deployment first = create(access, declared);
    SortedSet<String> made = LiveResources.in(regions, true, access);
    Deployment second = create(access, declared);

    assertThat(second).isEqualTo(first).isNotEqualTo(declared);
    assertThat(made).hasSize(2);
    assertThat(LiveResources.in(regions, true, access)).isEqualTo(made);
    new PlaceholderResources(new EmulatorFixtures(access), PlaceholderFile.in(folder))
        .clear(second);
    assertThat(LiveResources.in(regions, true, access)).isEmpty();
  }

  private Deployment create(AwsAccess access, Deployment declared) throws Exception {
    return new PlaceholderResources(new EmulatorFixtures(access), PlaceholderFile.in(folder))
        .create(declared);
  }

  @Test
  void whatItLacksIsAnsweredAtOnceAndAnInstanceRefreshIsNot() throws Exception {
    LocalAws aws = start("aws");

    assertThat(query(aws, "Action=StartInstanceRefresh&AutoScalingGroupName=web")).isEqualTo(200);
    assertThat(query(aws, "Action=DescribeTrafficSources&AutoScalingGroupName=web")).isEqualTo(501);
  }

  private static int query(LocalAws aws, String form) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(aws.endpoint())
            .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=testing/20260101/us-east-1/autoscaling/aws4_request,"
                    + " SignedHeaders=host, Signature=0")
            .POST(HttpRequest.BodyPublishers.ofString(form + "&Version=2011-01-01"))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void itAnswersOnAPortOfItsOwnUntilItIsClosed() throws Exception {
    LocalAws first = start("first");
    LocalAws second = start("second");

    assertThat(first.endpoint()).isNotEqualTo(second.endpoint());
    assertThat(LiveAlarms.named(List.of("none"), first.access())).isEmpty();
    assertThat(LiveLoadBalancers.in("eu-west-1", first.access())).isEmpty();
    assertThat(LiveServers.in("eu-west-1", first.access())).isEmpty();
    first.createBucket("states");
    assertThat(first.death()).isEmpty();
    first.close();

    assertThatThrownBy(() -> connect(first)).isInstanceOf(IOException.class);
    connect(second);
  }

  @Test
  void itsDeathIsToldWithItsLastLines() throws Exception {
    LocalAws aws = start("killed");

    ProcessHandle handle = ProcessHandle.of(aws.pid()).orElseThrow();
    assertThat(handle.destroyForcibly()).isTrue();
    handle.onExit().get(5, TimeUnit.SECONDS);

    assertThat(aws.death())
        .hasValueSatisfying(
            death -> assertThat(death).contains("exit code 137", "GET /moto-api/config"));
  }

  /** One that may stay does so only after its starter has written down which process it is. */
  @ParameterizedTest
  @ValueSource(strings = {"ends", "may stay"})
  void itEndsWithItsStarterHoweverThatDies(String stay) throws Exception {
    Process starter =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                folder.toString(),
                stay)
            .start();
    long pid = Long.parseLong(starter.inputReader().readLine());

    starter.destroyForcibly();

    ProcessHandle.of(pid)
        .ifPresent(aws -> assertThat(aws.onExit()).succeedsWithin(Duration.ofSeconds(5)));
  }

  @Test
  void oneThatIsKeptOutlivesItsStarter() throws Exception {
    LocalAws aws =
        LocalAws.start(program(), processes, LocalAws.Options.in(folder.resolve("kept")).staying());
    aws.mayOutlive();
    aws.keep();
    aws.close();
    processes.stopAll();

    connect(aws);
    ProcessHandle kept = ProcessHandle.of(aws.pid()).orElseThrow();
    kept.destroy();
    assertThat(kept.onExit()).succeedsWithin(Duration.ofSeconds(5));
  }

  @Test
  void aProgramThatFailsIsQuoted() {
    LocalAwsProgram broken =
        new LocalAwsProgram(List.of("/bin/sh", "-c", "echo no moto here > \"$2\"; exit 4", "x"));

    assertThatThrownBy(
            () -> LocalAws.start(broken, processes, LocalAws.Options.in(folder.resolve("broken"))))
        .isInstanceOf(LocalAwsFailed.class)
        .hasMessageContaining("exit code 4")
        .hasMessageContaining("no moto here");
  }

  @Test
  void aCallThatIsSentAgainIsAnsweredAsBeforeAndNotCarriedOutTwice() throws Exception {
    LocalAws aws = start("lossy");
    String zones = "/2013-04-01/hostedzone";
    String answer = post(aws, "call-1", zones, ZONE).body();

    assertThat(post(aws, "call-1", zones, ZONE).body()).isEqualTo(answer);
    assertThat(post(aws, "call-2", zones, ZONE).body()).isNotEqualTo(answer);
    // What failed may work the next time.
    assertThat(post(aws, "call-3", zones + "/NONE/rrset", CHANGE).statusCode()).isEqualTo(400);
    assertThat(post(aws, "call-3", zones, ZONE).statusCode()).isEqualTo(201);
  }

  private static HttpResponse<String> post(LocalAws aws, String call, String path, String body)
      throws IOException, InterruptedException {
    String scope = "testing/20260101/us-east-1/route53/aws4_request";
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(aws.endpoint().resolve(path))
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=" + scope)
                .header("amz-sdk-invocation-id", call)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private LocalAws start(String name) throws Exception {
    return LocalAws.start(program(), processes, LocalAws.Options.in(folder.resolve(name)));
  }

  private LocalAwsProgram program() throws Exception {
    return LocalAwsProgram.in(Path.of(""), processes, line -> {});
  }

  private static void connect(LocalAws aws) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), aws.endpoint().getPort())) {
      assertThat(socket.isConnected()).isTrue();
    }
  }

  /** A program that starts one, prints its process id and waits. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws Exception {
      RunningProcesses processes =
          new RunningProcesses(
              ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL);
      LocalAws.Options options = LocalAws.Options.in(Path.of(arguments[0], "orphan"));
      LocalAws aws =
          LocalAws.start(
              LocalAwsProgram.in(Path.of(""), processes, line -> {}),
              processes,
              arguments[1].equals("may stay") ? options.staying() : options);
      System.out.println(aws.pid());
      Thread.sleep(Duration.ofMinutes(5).toMillis());
    }
  }
}
