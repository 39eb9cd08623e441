package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that run Terraform for the stacks of both zones. */
class PrivateZoneOnDiskTest {
  /** In terraform's place: no plan has changes, and every state has the outputs of a region. */
  private static final String TERRAFORM =
      """
      #!/bin/sh
      if [ "$1" = init ]; then mkdir -p .terraform; fi
      if [ "$1" = output ]; then cat "$OUTPUTS"; fi
      if [ "$1 $2" = "state pull" ]; then
        case $PWD in
          *dns)
            echo '{"version": 4, "lineage": "a", "resources": [{"mode": "managed",'
            echo '"type": "aws_route53_zone", "name": "main", "instances": [{"attributes":'
            echo '{"id": "Z1", "name": "example.com"}}]}]}' ;;
          *) echo '{"version": 4, "lineage": "a", "resources": []}' ;;
        esac
      fi
      """;

  private static final String PUBLIC =
      """
      {"alb_dns_name": {"value": "lb-1.eu-west-1.elb.amazonaws.com"},
       "alb_zone_id": {"value": "Z32O12XQLNTSW2"},
       "vpc_id": {"value": "vpc-0fedcba9876543210"},
       "static_addresses": {"value": []}}
      """;
  private static final String BOTH =
      PUBLIC.replaceFirst(
          "\\{",
          """
          {"internal_alb_dns_name": {"value": "internal-lb-2.eu-west-1.elb.amazonaws.com"},
           "internal_alb_zone_id": {"value": "Z32O12XQLNTSW2"},
           "vpc_cidr_block": {"value": "10.25.0.0/16"},
           "private_subnet_ids": {"value": ["subnet-0fedcba9876543210", "subnet-0fedcba9876543211"]},
           "route_table_ids": {"value": ["rtb-0fedcba9876543210", "rtb-0fedcba9876543211"]},
          """);

  @TempDir private Path folder;

  @BeforeEach
  void declare() throws IOException {
    Files.copy(Path.of("examples/private.yaml"), folder.resolve("meridian.yaml"));
    Path terraform = Files.writeString(folder.resolve("terraform"), TERRAFORM);
    Files.setPosixFilePermissions(terraform, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(folder.resolve("outputs.json"), BOTH);
  }

  @Test
  void thePinOfARegionHasWhatBothZonesReadAndCanBeDeclaredAsItSays() throws Exception {
    Run pin = run("pin", "eu-west-1");

    assertThat(pin.exitCode()).as(pin.toString()).isZero();
    assertThat(pin.out()).contains("regions: {eu-west-1: {pinned: pinned/eu-west-1.yaml}}");
    Golden.check(
        "commands/private/pin.yaml", Files.readString(folder.resolve("pinned/eu-west-1.yaml")));

    Path file = folder.resolve("meridian.yaml");
    String declared = Files.readString(file);
    Files.writeString(
        file,
        declared.replace(
            "  eu-west-1: {site", "  eu-west-1: {pinned: pinned/eu-west-1.yaml, site"));
    Run validate = run("validate");

    assertThat(validate.out() + validate.err()).containsOnlyOnce("region-pinned");
    assertThat(run("synth").exitCode()).isZero();
    assertThat(folder.resolve("cdktf.out/stacks/storefront-production-private-dns/cdk.tf"))
        .content()
        .contains("internal-lb-2.eu-west-1.elb.amazonaws.com")
        .doesNotContain("\"terraform_remote_state\" \"eu-west-1\"");
  }

  @Test
  void aRegionWithoutAnInternalLoadBalancerIsNotPinnedForAPrivateZone() throws Exception {
    Files.writeString(folder.resolve("outputs.json"), PUBLIC);

    Run pin = run("pin", "eu-west-1");

    assertThat(pin.exitCode()).as(pin.toString()).isEqualTo(2);
    assertThat(pin.err())
        .contains(
            "the state of storefront-production-eu-west-1 has no outputs of an internal load"
                + " balancer",
            "apply that stack first, because the private zone needs them");
    assertThat(folder.resolve("pinned")).doesNotExist();
  }

  @Test
  void aDiffPlansTheStacksOfBothZonesInTheirOrder() throws Exception {
    Run diff = run("diff", "--exit-code");

    assertThat(diff.exitCode()).as(diff.toString()).isZero();
    Golden.check("commands/private/diff.txt", diff.out());
    assertThat(run("diff", "private-dns").out())
        .isEqualTo("storefront-production-private-dns: no changes\n");
  }

  @Test
  void twoZonesOfOneNameAreNotDeletedAtOnce() throws Exception {
    Run both = run("destroy", "--delete-zone", "example.com", "--yes");

    assertThat(both.exitCode()).as(both.toString()).isEqualTo(2);
    assertThat(both.out()).doesNotContain("plan");
    assertThat(both.err())
        .contains(
            "the public and the private zone are both named example.com",
            "delete the private one first: name its stack, private-dns");
  }

  private Run run(String... words) throws Exception {
    Map<String, String> environment =
        Map.of(
            "TERRAFORM_BINARY_NAME",
            folder.resolve("terraform").toString(),
            "OUTPUTS",
            folder.resolve("outputs.json").toString());
    return Run.in(folder, environment, words);
  }
}
