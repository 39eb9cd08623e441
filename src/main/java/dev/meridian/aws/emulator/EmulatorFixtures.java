package dev.meridian.aws.emulator;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.model.DnsName;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.route53.Route53Client;

/** Creates resources that a declaration adopts. Works only on emulators. */
public record EmulatorFixtures(AwsAccess access) {
  private static final String CIDR = "172.20.0.0/16";

  public EmulatorFixtures {
    if (!access.dummyCredentials()) {
      throw new IllegalArgumentException("placeholders are created only on emulators");
    }
  }

  /** A VPC with subnets in different zones. */
  public record Network(String vpcId, List<String> subnetIds) {}

  /** Creates a public hosted zone, and returns its id. */
  public String hostedZone(DnsName name) throws AwsReadException {
    try (Route53Client route53 = access.route53()) {
      String path =
          AwsReadException.reading(
              "a placeholder for the hosted zone " + name,
              () ->
                  route53
                      .createHostedZone(
                          request ->
                              request
                                  .name(name.text())
                                  .callerReference(UUID.randomUUID().toString()))
                      .hostedZone()
                      .id());
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  /** Removes a hosted zone that was created here. */
  public void removeHostedZone(String id) throws AwsReadException {
    try (Route53Client route53 = access.route53()) {
      AwsReadException.reading(
          "the placeholder for a hosted zone", () -> route53.deleteHostedZone(r -> r.id(id)));
    }
  }

  /** The same in another account. */
  public EmulatorFixtures inAccount(String id) {
    return new EmulatorFixtures(access.inAccount(id));
  }

  /** Creates a VPC with {@code subnets} subnets. */
  public Network network(String region, int subnets) throws AwsReadException {
    try (Ec2Client ec2 = access.ec2(region)) {
      return AwsReadException.reading(
          "a placeholder for a VPC of " + region, () -> network(ec2, subnets));
    }
  }

  private static Network network(Ec2Client ec2, int subnets) {
    String vpc = ec2.createVpc(request -> request.cidrBlock(CIDR)).vpc().vpcId();
    List<String> zones =
        ec2.describeAvailabilityZones().availabilityZones().stream()
            .map(AvailabilityZone::zoneName)
            .toList();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < subnets; i++) {
      String block = "172.20." + i + ".0/24";
      String zone = zones.get(i % zones.size());
      ids.add(
          ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock(block).availabilityZone(zone))
              .subnet()
              .subnetId());
    }
    return new Network(vpc, List.copyOf(ids));
  }

  /** Removes a network that was created here. */
  public void remove(String region, Network network) throws AwsReadException {
    try (Ec2Client ec2 = access.ec2(region)) {
      AwsReadException.reading(
          "the placeholder for a VPC of " + region,
          () -> {
            network.subnetIds().forEach(id -> ec2.deleteSubnet(r -> r.subnetId(id)));
            return ec2.deleteVpc(r -> r.vpcId(network.vpcId()));
          });
    }
  }
}
