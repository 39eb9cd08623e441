package dev.meridian.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.globalaccelerator.GlobalAcceleratorClient;
import software.amazon.awssdk.services.globalaccelerator.model.AcceleratorNotDisabledException;
import software.amazon.awssdk.services.globalaccelerator.model.AssociatedEndpointGroupFoundException;
import software.amazon.awssdk.services.globalaccelerator.model.AssociatedListenerFoundException;
import software.amazon.awssdk.services.globalaccelerator.model.EndpointConfiguration;
import software.amazon.awssdk.services.globalaccelerator.model.EndpointGroup;
import software.amazon.awssdk.services.globalaccelerator.model.EndpointGroupAlreadyExistsException;
import software.amazon.awssdk.services.globalaccelerator.model.InvalidArgumentException;
import software.amazon.awssdk.services.globalaccelerator.model.InvalidPortRangeException;
import software.amazon.awssdk.services.globalaccelerator.model.PortRange;
import software.amazon.awssdk.services.globalaccelerator.model.Protocol;

/** The local AWS has Global Accelerator, and refuses what AWS documents that it refuses. */
@Tag("terraform")
class LocalAcceleratorsTest {
  private static final AwsCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("testing", "testing"));

  @TempDir static Path folder;
  private static RunningProcesses processes;
  private static LocalAws aws;
  private static GlobalAcceleratorClient client;
  private static String balancer;

  @BeforeAll
  static void start() throws Exception {
    processes =
        new RunningProcesses(
                ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL)
            .stoppedAtExit();
    aws =
        LocalAws.start(
            LocalAwsProgram.in(Path.of(""), processes, line -> {}),
            processes,
            LocalAws.Options.in(folder));
    URI endpoint = aws.access().endpoint();
    client =
        GlobalAcceleratorClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_WEST_2)
            .httpClient(UrlConnectionHttpClient.create())
            .credentialsProvider(CREDENTIALS)
            .build();
    List<String> subnets =
        aws.access().ec2("eu-west-1").describeSubnets().subnets().stream()
            .map(Subnet::subnetId)
            .limit(2)
            .toList();
    try (ElasticLoadBalancingV2Client balancing =
        ElasticLoadBalancingV2Client.builder()
            .endpointOverride(endpoint)
            .region(Region.EU_WEST_1)
            .httpClient(UrlConnectionHttpClient.create())
            .credentialsProvider(CREDENTIALS)
            .build()) {
      balancer =
          balancing
              .createLoadBalancer(request -> request.name("lb").subnets(subnets))
              .loadBalancers()
              .get(0)
              .loadBalancerArn();
    }
  }

  @AfterAll
  static void stop() {
    client.close();
    processes.close();
  }

  private static String accelerator(String name) {
    return client.createAccelerator(request -> request.name(name)).accelerator().acceleratorArn();
  }

  private static String listener(String accelerator, int from, int to) {
    return client
        .createListener(
            request ->
                request
                    .acceleratorArn(accelerator)
                    .protocol(Protocol.TCP)
                    .portRanges(PortRange.builder().fromPort(from).toPort(to).build()))
        .listener()
        .listenerArn();
  }

  private static EndpointGroup group(String listener, String region, String endpoint) {
    return client
        .createEndpointGroup(
            request ->
                request
                    .listenerArn(listener)
                    .endpointGroupRegion(region)
                    .endpointConfigurations(
                        EndpointConfiguration.builder().endpointId(endpoint).build()))
        .endpointGroup();
  }

  @Test
  void nothingIsDeletedThatIsInUse() {
    String accelerator = accelerator("used");
    String listener = listener(accelerator, 80, 80);
    String group = group(listener, "eu-west-1", balancer).endpointGroupArn();

    assertThatThrownBy(() -> client.deleteAccelerator(r -> r.acceleratorArn(accelerator)))
        .isInstanceOf(AcceleratorNotDisabledException.class);
    client.updateAccelerator(r -> r.acceleratorArn(accelerator).enabled(false));
    assertThatThrownBy(() -> client.deleteAccelerator(r -> r.acceleratorArn(accelerator)))
        .isInstanceOf(AssociatedListenerFoundException.class);
    assertThatThrownBy(() -> client.deleteListener(r -> r.listenerArn(listener)))
        .isInstanceOf(AssociatedEndpointGroupFoundException.class);

    client.deleteEndpointGroup(r -> r.endpointGroupArn(group));
    client.deleteListener(r -> r.listenerArn(listener));
    client.deleteAccelerator(r -> r.acceleratorArn(accelerator));
    assertThat(client.listAccelerators().accelerators())
        .noneMatch(one -> one.acceleratorArn().equals(accelerator));
  }

  @Test
  void portsOfTwoListenersDoNotOverlap() {
    String accelerator = accelerator("ports");
    listener(accelerator, 80, 90);

    assertThatThrownBy(() -> listener(accelerator, 90, 91))
        .isInstanceOf(InvalidPortRangeException.class);
    assertThatThrownBy(() -> listener(accelerator, 100, 99))
        .isInstanceOf(InvalidPortRangeException.class);
  }

  @Test
  void aRegionHasOneGroupWithLoadBalancersThatExistThere() {
    String listener = listener(accelerator("groups"), 80, 80);

    assertThatThrownBy(() -> group(listener, "us-east-1", balancer))
        .isInstanceOf(InvalidArgumentException.class);
    assertThat(group(listener, "eu-west-1", balancer).endpointDescriptions())
        .singleElement()
        .satisfies(one -> assertThat(one.weight()).isEqualTo(128));
    assertThatThrownBy(() -> group(listener, "eu-west-1", balancer))
        .isInstanceOf(EndpointGroupAlreadyExistsException.class);
  }
}
