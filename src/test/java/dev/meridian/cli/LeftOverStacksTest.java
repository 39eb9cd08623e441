package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What synth says of stacks that it finds and does not write. */
class LeftOverStacksTest {
  @TempDir Path folder;

  @Test
  void dnsIsAppliedBeforeTheStackOfARemovedRegionIsDestroyed() throws IOException {
    synth("shop", "prod", "us-east-1, eu-west-1");

    Run run = synth("shop", "prod", "us-east-1");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .isEqualTo(
            stack("shop-prod-eu-west-1")
                + " is left over: "
                + folder.resolve("shop.yaml")
                + " no longer declares eu-west-1. If it is deployed, apply shop-prod-dns first, so that no record points to it anymore, and wait for the records' TTL. Then run"
                + " ./meridian destroy eu-west-1 -c "
                + folder.resolve("shop.yaml")
                + " -o "
                + folder.resolve("cdktf.out")
                + ", and remove that folder.\n");
    assertThat(stack("shop-prod-eu-west-1").resolve("cdk.tf")).exists();
  }

  @Test
  void stacksOfOtherDeclarationsInTheFolderAreNotLeftOver() throws IOException {
    synth("shop", "test", "us-east-1, eu-west-1");
    synth("store", "prod", "us-east-1, eu-west-1");

    assertThat(synth("shop", "prod", "us-east-1").err()).doesNotContain("left over");
    assertThat(synth("shop", "prod", "us-east-1").err()).isEmpty();
    assertThat(synth("shop", "test", "us-east-1, eu-west-1").err()).isEmpty();
  }

  @Test
  void aStackOfTheSameNameMayBeOfAnotherApplicationAndEnvironment() throws IOException {
    synth("shop", "eu-prod", "us-east-1, eu-west-1");
    Files.delete(stack("shop-eu-prod-dns").resolve("cdk.tf"));
    Files.delete(stack("shop-eu-prod-us-east-1").resolve("cdk.tf"));

    Run other = synth("shop-eu", "prod", "us-east-1");

    assertThat(stack("shop-eu-prod-eu-west-1").resolve("cdk.tf")).exists();
    assertThat(other.exitCode()).isZero();
    assertThat(other.err()).doesNotContain("left over");
  }

  @Test
  void aStackOfTheSameNameOfAnotherDeclarationIsNotOverwritten() throws IOException {
    synth("shop", "eu-prod", "us-east-1");
    Path dns = stack("shop-eu-prod-dns").resolve("cdk.tf");
    Path region = stack("shop-eu-prod-us-east-1").resolve("cdk.tf");
    String before = Files.readString(dns) + Files.readString(region);

    Run other = synth("shop-eu", "prod", "us-east-1, eu-west-1");

    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.out()).isEmpty();
    String problem =
        ": this is a stack of application \"shop\" in environment \"eu-prod\", not of application"
            + " \"shop-eu\" in environment \"prod\"\n    fix: rename the application or the"
            + " environment in one of the two declarations, because stacks with the same name also"
            + " share a state. If you renamed the deployment, declare its earlier names with"
            + " was: {application: shop, environment: eu-prod}\n";
    assertThat(other.err())
        .isEqualTo(region + problem + dns + problem + "2 problems; nothing was written.\n");
    assertThat(Files.readString(dns) + Files.readString(region)).isEqualTo(before);
    assertThat(stack("shop-eu-prod-eu-west-1")).doesNotExist();
  }

  @Test
  void theSuggestedFixesWork() throws IOException {
    synth("shop", "eu-prod", "us-east-1");
    assertThat(synth("shop-eu", "live", "us-east-1").exitCode()).isZero();

    Files.delete(stack("shop-eu-prod-dns").resolve("cdk.tf"));
    Files.delete(stack("shop-eu-prod-us-east-1").resolve("cdk.tf"));
    assertThat(synth("shop-eu", "prod", "us-east-1").exitCode()).isZero();
  }

  @Test
  void aSynthThatFailsHalfWayLeavesEveryStackAsItWas() throws IOException {
    synth("shop", "prod", "us-east-1, eu-west-1");
    Path dns = stack("shop-prod-dns").resolve("cdk.tf");
    Path region = stack("shop-prod-eu-west-1").resolve("cdk.tf");
    String before = Files.readString(dns);
    Files.delete(region);
    Files.createDirectories(region.resolve("not-a-file"));

    Run run = synth("shop", "prod", "us-east-1, eu-west-1", "tags: {team: zebra}\n");

    assertThat(run.exitCode()).isNotZero();
    assertThat(dns).hasContent(before);
    assertThat(stack("shop-prod-us-east-1").resolve("cdk.tf")).content().doesNotContain("zebra");
  }

  @Test
  void tagsOfTheDeclarationDoNotHideWhoseAStackIs() throws IOException {
    String more = "tags: {Region-of: 'a = b', team: us-west-1}\n";
    synth("shop", "prod", "us-east-1, eu-west-1", more);

    assertThat(synth("shop", "prod", "us-east-1", more).err())
        .startsWith(stack("shop-prod-eu-west-1") + " is left over");
  }

  @Test
  void whoseAStackIsThatWasRewrittenIsNotClaimed() throws IOException {
    synth("shop", "prod", "us-east-1, eu-west-1");
    Path cdk = stack("shop-prod-eu-west-1").resolve("cdk.tf");
    Files.writeString(cdk, Files.readString(cdk).replace("Environment = ", "# Environment = "));

    Run run = synth("shop", "prod", "us-east-1");

    assertThat(run.err())
        .isEqualTo(
            stack("shop-prod-eu-west-1")
                + " has the name of the stack of eu-west-1, which "
                + folder.resolve("shop.yaml")
                + " does not declare, but its cdk.tf lacks the tags that show its owner. Find the owner before you remove it.\n");
  }

  @Test
  void theStacksOfARemovedPrivateZoneAreLeftOver() throws IOException {
    String zone =
        """
        private:
          zone: corp.example.com
          resolver: {inbound: true}
          names: {www: {simple: us-east-1}}
        silence: [network-block-assigned]
        """;
    assertThat(synth("shop", "prod", "us-east-1", zone).err()).isEmpty();

    Run run = synth("shop", "prod", "us-east-1");

    assertThat(run.err().lines().map(line -> line.replaceFirst("If it is deployed.*", "")))
        .containsExactly(
            stack("shop-prod-private-dns")
                + " is left over: "
                + folder.resolve("shop.yaml")
                + " no longer declares private-dns. ",
            stack("shop-prod-private-network")
                + " is left over: "
                + folder.resolve("shop.yaml")
                + " no longer declares private-network. ");
  }

  @Test
  void foldersThatAreNoStacksArePassedOver() throws IOException {
    Files.createDirectories(stack("shop-prod-eu-west-1"));
    Files.createDirectories(stack("notes"));
    Files.writeString(stack("notes").resolve("cdk.tf"), "# mine\n");

    assertThat(synth("shop", "prod", "us-east-1").err()).isEmpty();
  }

  private Run synth(String application, String environment, String regions) throws IOException {
    return synth(application, environment, regions, "");
  }

  private Run synth(String application, String environment, String regions, String more)
      throws IOException {
    String declared =
        """
        application: %s
        environment: %s
        zone: example.com
        regions: [%s]
        names: {www: {simple: us-east-1}}
        """
            .formatted(application, environment, regions);
    Path file = Files.writeString(folder.resolve("shop.yaml"), declared + more);
    return Run.of("synth", "-c", file.toString(), "-o", folder.resolve("cdktf.out").toString());
  }

  private Path stack(String name) {
    return folder.resolve("cdktf.out/stacks").resolve(name);
  }
}
