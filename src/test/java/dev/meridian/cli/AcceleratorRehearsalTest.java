package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.LiveResources;
import dev.meridian.terraform.Terraform;
import dev.meridian.testing.Scenario;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.globalaccelerator.GlobalAcceleratorClient;
import software.amazon.awssdk.services.globalaccelerator.model.EndpointConfiguration;
import software.amazon.awssdk.services.globalaccelerator.model.EndpointGroup;

/** The example with an accelerator is applied once by {@code rehearse --keep}. */
@Tag("terraform")
class AcceleratorRehearsalTest {
  private static final String STACK = "storefront-accelerated-accelerator-global";
  private static final String GROUP = "aws_globalaccelerator_endpoint_group.port_80_eu-west-1";

  @TempDir static Path folder;
  private static Path declaration;
  private static KeptRehearsal kept;
  private static String endpoint = "";

  @BeforeAll
  static void rehearse() throws IOException {
    declaration =
        Files.copy(Path.of("examples/accelerator.yaml"), folder.resolve("accelerator.yaml"));
    kept = KeptRehearsal.of(declaration, folder.resolve("rehearsal"));
    endpoint = kept.endpoint();
  }

  @AfterAll
  static void end() {
    kept.close();
  }

  @TestFactory
  List<DynamicTest> anAcceleratorIsRehearsedVerifiedEditedAndDestroyed() {
    return new Scenario()
        .needed("theExampleWorksAsDeclared", AcceleratorRehearsalTest::theExampleWorksAsDeclared)
        .step("verifyReadsItBack", AcceleratorRehearsalTest::verifyReadsItBack)
        .step("verifyFindsItWithoutStates", AcceleratorRehearsalTest::verifyFindsItWithoutStates)
        .step("verifyNamesChangesByHand", AcceleratorRehearsalTest::verifyNamesChangesByHand)
        .step("aDialChangesInPlace", AcceleratorRehearsalTest::aDialChangesInPlace)
        .step("whatIsInUseStays", AcceleratorRehearsalTest::whatIsInUseStays)
        .needed("everythingIsDestroyed", AcceleratorRehearsalTest::everythingIsDestroyed)
        .steps();
  }

  private static void theExampleWorksAsDeclared() {
    assertThat(kept.run().exitCode()).as(kept.run().toString()).isZero();
    assertThat(kept.run().out())
        .containsPattern("plan again +" + STACK + " +[0-9.]+ s +no changes")
        .contains(
            "6 record sets, 3 health checks, 0 alarms, the sites of 2 regions, 1 accelerator"
                + " as declared",
            "Rehearsed: it works as declared.")
        .doesNotContain("FINDING");
  }

  private static void verifyReadsItBack() {
    Run run = kept.command("verify");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.err()).isEmpty();
  }

  private static void verifyFindsItWithoutStates() {
    Run run =
        Run.of(
            "verify",
            "-c",
            declaration.toString(),
            "--aws-endpoint",
            endpoint,
            "-o",
            folder.resolve("none").toString());

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.err()).contains("The state of " + STACK + " was not read");
  }

  private static void verifyNamesChangesByHand() {
    try (GlobalAcceleratorClient client = client()) {
      String arn = client.listAccelerators().accelerators().get(0).acceleratorArn();
      String listener =
          client.listListeners(r -> r.acceleratorArn(arn)).listeners().get(0).listenerArn();
      client.updateListener(r -> r.listenerArn(listener).clientAffinity("NONE"));
      EndpointGroup group =
          client.listEndpointGroups(r -> r.listenerArn(listener)).endpointGroups().stream()
              .filter(one -> one.endpointGroupRegion().equals("us-east-1"))
              .findFirst()
              .orElseThrow();
      String balancer = group.endpointDescriptions().get(0).endpointId();
      set(client, group, 50f, balancer, 0);

      Run run = kept.command("verify");

      client.updateListener(r -> r.listenerArn(listener).clientAffinity("SOURCE_IP"));
      set(client, group, 100f, balancer, 128);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out())
          .startsWith(
              """
              endpoint group global 80 us-east-1: traffic dial is 50, expected 100
              endpoint group global 80 us-east-1: weight is 0, expected 128
              listener global 80: client affinity is NONE, expected SOURCE_IP
              3 findings in\
              """);
    }
  }

  private static void set(
      GlobalAcceleratorClient client, EndpointGroup group, float dial, String id, int weight) {
    EndpointConfiguration endpoint =
        EndpointConfiguration.builder()
            .endpointId(id)
            .weight(weight)
            .clientIPPreservationEnabled(true)
            .build();
    client.updateEndpointGroup(
        r ->
            r.endpointGroupArn(group.endpointGroupArn())
                .trafficDialPercentage(dial)
                .endpointConfigurations(endpoint));
  }

  private static GlobalAcceleratorClient client() {
    return GlobalAcceleratorClient.builder()
        .endpointOverride(URI.create(endpoint))
        .region(Region.US_WEST_2)
        .httpClient(UrlConnectionHttpClient.create())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("testing", "testing")))
        .build();
  }

  private static void aDialChangesInPlace() throws Exception {
    String text = Files.readString(declaration);
    Files.writeString(declaration, text.replace("eu-west-1: 100}", "eu-west-1: 20}"));

    Run diff = kept.command("diff");
    kept.terraform(STACK, Terraform::apply);
    Run verify = kept.command("verify");

    assertThat(diff.out())
        .contains(
            STACK + ": 1 to update\n  ~ " + GROUP + " (traffic_dial_percentage: 100 -> 20)\n",
            "storefront-accelerated-dns: no changes");
    assertThat(verify.exitCode()).as(verify.toString()).isZero();
  }

  private static void whatIsInUseStays() {
    Run region = kept.command("destroy", "--yes", "us-east-1");
    Run accelerator = kept.command("destroy", "--yes", "accelerator-global");

    assertThat(region.exitCode()).as(region.toString()).isEqualTo(1);
    assertThat(region.out())
        .contains(
            STACK + " has applied aws_globalaccelerator_endpoint_group.port_80_us-east-1",
            "nothing was destroyed.");
    assertThat(accelerator.exitCode()).as(accelerator.toString()).isEqualTo(1);
    assertThat(accelerator.out())
        .contains(STACK + " is still in use:", "aws_route53_record.www_primary");
  }

  private static void everythingIsDestroyed() throws Exception {
    Run run = kept.command("destroy", "--yes", "--delete-zone", "example.org");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(order(run.out(), "dns")).isLessThan(order(run.out(), "accelerator-global"));
    assertThat(order(run.out(), "accelerator-global"))
        .isLessThan(order(run.out(), "us-east-1"))
        .isLessThan(order(run.out(), "eu-west-1"));
    AwsAccess access = AwsAccess.emulator(URI.create(endpoint));
    assertThat(LiveResources.in(List.of("us-east-1", "eu-west-1"), true, access)).isEmpty();
  }

  /** Where the output says that a stack begins to be destroyed. */
  private static int order(String text, String label) {
    Matcher begun = Pattern.compile("\\] " + label + " +destroy\n").matcher(text);
    assertThat(begun.find()).as(text).isTrue();
    return begun.start();
  }
}
