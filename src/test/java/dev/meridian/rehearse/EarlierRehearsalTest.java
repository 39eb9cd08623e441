package dev.meridian.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.aws.emulator.EmulatorFixtures;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.Site;
import dev.meridian.declaration.ZoneDeclaration.Adoption;
import dev.meridian.testing.ReadDeclaration;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kept rehearsal is looked at as it was rehearsed. */
class EarlierRehearsalTest {
  private static final URI ENDPOINT = URI.create("http://127.0.0.1:4566");
  private static final String DECLARED =
      """
      application: shop
      environment: test
      zone: {name: example.com, id: Z0123456789ABCDEFGHIJ}
      regions:
        us-east-1:
          site:
            network: {vpc: vpc-0123456789abcdef0, subnets: [subnet-0123456789abcdef0, subnet-0123456789abcdef1]}
      names:
        www: {simple: us-east-1}
      """;

  @TempDir Path temporary;

  @Test
  void itsStandInsAreInPlaceOfWhatIsDeclared() throws Exception {
    Path output = temporary.resolve("cdktf.out");
    try (RehearsalFolder folder = RehearsalFolder.take(temporary)) {
      folder.occupy(ENDPOINT);
      folder.placeholders().zone("ZSTANDIN");
    }
    PlaceholderFile.in(temporary)
        .network(
            "us-east-1",
            new EmulatorFixtures.Network(
                "vpc-1a2b3c4d", List.of("subnet-1a2b3c4d", "subnet-1a2b3c4e")));

    Deployment found = EarlierRehearsal.of(declared(), output, ENDPOINT).orElseThrow().deployment();

    assertThat(found.zone().adoption()).isEqualTo(new Adoption.ById("ZSTANDIN"));
    assertThat(found.regions().get("us-east-1").site().network())
        .isInstanceOfSatisfying(
            Site.Network.Existing.class, one -> assertThat(one.vpcId()).isEqualTo("vpc-1a2b3c4d"));
  }

  @Test
  void elsewhereThereIsNone() throws Exception {
    assertThat(EarlierRehearsal.of(declared(), temporary.resolve("cdktf.out"), ENDPOINT)).isEmpty();
    try (RehearsalFolder folder = RehearsalFolder.take(temporary.resolve("other"))) {
      folder.occupy(URI.create("http://127.0.0.1:1"));
    }
    assertThat(EarlierRehearsal.of(declared(), temporary.resolve("other/cdktf.out"), ENDPOINT))
        .isEmpty();
  }

  private static Deployment declared() {
    return ReadDeclaration.good(DECLARED);
  }
}
