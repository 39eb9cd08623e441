package dev.meridian.rehearse;

import static dev.meridian.rehearse.LocalZones.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.emulator.EmulatorFixtures;
import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Route53Exception;
import software.amazon.awssdk.services.route53.model.VPC;

/** The local AWS refuses associations of VPCs with private zones as Route 53 does. */
@Tag("terraform")
class LocalPrivateZonesTest {
  private static final String CONFLICT = "400 ConflictingDomainExists: ";

  /** NotAuthorizedException. Java's HTTP client drops the body of such an answer. */
  private static final String UNAUTHORIZED = "401 ";

  @TempDir static Path folder;
  private static RunningProcesses processes;
  private static AwsAccess access;
  private static Route53Client ours;
  private static Route53Client theirs;
  private static VPC own;
  private static VPC other;
  private static VPC foreign;
  private static String zone;

  @BeforeAll
  static void start() throws Exception {
    processes =
        new RunningProcesses(
                ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL)
            .stoppedAtExit();
    access =
        LocalAws.start(
                LocalAwsProgram.in(Path.of(""), processes, line -> {}),
                processes,
                LocalAws.Options.in(folder))
            .access();
    AwsAccess another = access.inAccount("222222222222");
    ours = access.route53();
    theirs = another.route53();
    own = vpc(access, "us-east-1");
    other = vpc(access, "eu-west-1");
    foreign = vpc(another, "us-east-1");
    zone = create("example.com", own);
  }

  private static VPC vpc(AwsAccess account, String region) throws Exception {
    String id = new EmulatorFixtures(account).network(region, 0).vpcId();
    return VPC.builder().vpcId(id).vpcRegion(region).build();
  }

  private static String create(String name, VPC vpc) {
    return ours.createHostedZone(r -> r.name(name).vpc(vpc).callerReference(name + vpc.vpcId()))
        .hostedZone()
        .id()
        .replace("/hostedzone/", "");
  }

  @AfterAll
  static void stop() {
    ours.close();
    theirs.close();
    processes.close();
  }

  @Test
  void aVpcIsAssociatedWithOneZoneOfANameAndOnce() {
    assertThat(refusal(() -> associate(ours, own))).startsWith(CONFLICT);
    assertThat(refusal(() -> create("example.com", own))).startsWith(CONFLICT);

    associate(ours, other);

    assertThat(refusal(() -> associate(ours, other))).startsWith(CONFLICT);
    disassociate(ours, other);
  }

  @Test
  void aVpcHasToExist() {
    VPC none = VPC.builder().vpcId("vpc-0123456789abcdef0").vpcRegion("us-east-1").build();

    assertThat(refusal(() -> associate(ours, none))).startsWith("400 InvalidVPCId: ");
    assertThat(refusal(() -> create("example.org", none))).startsWith("400 InvalidVPCId: ");
    assertThat(refusal(() -> disassociate(ours, none))).startsWith("404 VPCAssociationNotFound: ");
  }

  @Test
  void theVpcOfAnotherAccountIsAuthorizedAndThenAssociatedByThatAccount() {
    assertThat(refusal(() -> associate(theirs, foreign))).startsWith(UNAUTHORIZED);
    assertThat(refusal(() -> authorize(theirs))).startsWith("404 NoSuchHostedZone: ");

    authorize(ours);

    assertThat(refusal(() -> associate(ours, foreign))).startsWith(UNAUTHORIZED);
    associate(theirs, foreign);
    assertThat(ours.getHostedZone(r -> r.id(zone)).vpCs()).containsExactly(own, foreign);
    assertThat(refusal(() -> zonesOf(ours)))
        .endsWith(
            " AccessDenied: The VPC "
                + foreign.vpcId()
                + " in region us-east-1 is not owned by you.");
    assertThat(zonesOf(theirs)).isOne();
    disassociate(theirs, foreign);
    assertThat(refusal(() -> disassociate(ours, own))).startsWith("400 LastVPCAssociation: ");
  }

  private static void authorize(Route53Client account) {
    account.createVPCAssociationAuthorization(r -> r.hostedZoneId(zone).vpc(foreign));
  }

  private static int zonesOf(Route53Client account) {
    return account
        .listHostedZonesByVPC(r -> r.vpcId(foreign.vpcId()).vpcRegion(foreign.vpcRegion()))
        .hostedZoneSummaries()
        .size();
  }

  private static void associate(Route53Client account, VPC vpc) {
    account.associateVPCWithHostedZone(r -> r.hostedZoneId(zone).vpc(vpc));
  }

  private static void disassociate(Route53Client account, VPC vpc) {
    account.disassociateVPCFromHostedZone(r -> r.hostedZoneId(zone).vpc(vpc));
  }

  private static String refusal(Runnable call) {
    return told(catchThrowableOfType(Route53Exception.class, call::run));
  }
}
