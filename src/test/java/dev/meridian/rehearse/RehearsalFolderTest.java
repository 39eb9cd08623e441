package dev.meridian.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.aws.emulator.EmulatorFixtures;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rehearsal's folder is its own, and nobody else's file is touched. */
class RehearsalFolderTest {
  private static final String HOLDING =
      """
      {"version": 4, "terraform_version": "1.11.4", "serial": 1, "lineage": "x", "outputs": {},
       "resources": [{"mode": "managed", "type": "aws_eip", "name": "a",
         "provider": "provider[\\"registry.terraform.io/hashicorp/aws\\"]",
         "instances": [{"schema_version": 0, "attributes": {"id": "eip-1"}}]}]}
      """;
  private static final String EMPTY =
      "{\"version\": 4, \"lineage\": \"x\", \"serial\": 2, \"resources\": []}";
  private static final URI SOMEWHERE = URI.create("http://127.0.0.1:4566");

  @TempDir Path temporary;

  @Test
  void aFolderWithFilesOfSomebodyElsesIsRefusedAndLeftAsItIs() throws IOException {
    Files.createDirectories(temporary.resolve("cdktf.out"));
    for (String name :
        List.of(".gitignore", "terraform.tfstate", "prod.tfstate.backup", "lock", "main.tf")) {
      Files.writeString(temporary.resolve(name), name + " of somebody else's");
    }
    Map<String, String> before = contents();

    assertThatThrownBy(() -> RehearsalFolder.take(temporary))
        .isInstanceOfSatisfying(
            RehearsalRefused.class,
            refused -> {
              assertThat(refused).hasMessageContaining("has files that no rehearsal wrote");
              assertThat(refused.fix()).contains("an empty folder", "--folder");
            });
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void anEmptyFolderAndItsOwnAreTakenByOneAtATime() throws Exception {
    try (RehearsalFolder first = RehearsalFolder.take(temporary)) {
      assertThat(first.path().resolve(".gitignore")).hasContent("*");
      assertThatThrownBy(() -> RehearsalFolder.take(temporary))
          .isInstanceOf(RehearsalRefused.class)
          .hasMessageContaining("is running in");
    }
    RehearsalFolder.take(temporary).close();
  }

  @Test
  void statesThatHoldSomethingArePutAsideAndNotRemoved() throws Exception {
    try (RehearsalFolder folder = RehearsalFolder.take(temporary)) {
      Files.writeString(temporary.resolve("terraform.shop-dns.tfstate"), HOLDING);
      Files.writeString(temporary.resolve("notes.tfstate.txt"), "mine");
      folder.occupy(SOMEWHERE);

      folder.makeRoom(null, endpoint -> false, line -> {});
      assertThat(temporary.resolve("earlier/1/terraform.shop-dns.tfstate")).hasContent(HOLDING);
      assertThat(temporary.resolve("notes.tfstate.txt")).hasContent("mine");
    }
  }

  @Test
  void whatStillRunsIsInTheWayOfAllButItself() throws Exception {
    try (RehearsalFolder folder = RehearsalFolder.take(temporary)) {
      folder.occupy(SOMEWHERE);
      folder.placeholders().zone("Z0123456789");

      assertThatThrownBy(() -> folder.makeRoom(null, endpoint -> true, line -> {}))
          .isInstanceOf(RehearsalRefused.class)
          .hasMessageContaining("is still running at " + SOMEWHERE);
      folder.makeRoom(SOMEWHERE, endpoint -> true, line -> {});
      assertThat(folder.placeholders().zone()).contains("Z0123456789");
      folder.makeRoom(null, endpoint -> false, line -> {});
      assertThat(folder.placeholders().zone()).isEmpty();
    }
  }

  @Test
  void aLocalAwsThatWasLeftRunningIsRefusedWithItsProcess() throws Exception {
    try (RehearsalFolder folder = RehearsalFolder.take(temporary)) {
      folder.occupy(SOMEWHERE, 4711);
      folder.occupy(SOMEWHERE);

      assertThatThrownBy(() -> folder.makeRoom(null, endpoint -> true, line -> {}))
          .isInstanceOfSatisfying(
              RehearsalRefused.class,
              refused -> assertThat(refused.fix()).contains("kill 4711", "--aws-endpoint"));
      folder.occupy(URI.create("http://127.0.0.1:2"));
      assertThatThrownBy(() -> folder.makeRoom(null, endpoint -> true, line -> {}))
          .isInstanceOfSatisfying(
              RehearsalRefused.class, refused -> assertThat(refused.fix()).doesNotContain("kill"));
    }
  }

  @Test
  void atTheEndOnlyStatesThatHoldNothingGo() throws Exception {
    try (RehearsalFolder folder = RehearsalFolder.take(temporary)) {
      Files.writeString(temporary.resolve("terraform.done.tfstate"), EMPTY);
      Files.writeString(temporary.resolve("terraform.done.tfstate.backup"), HOLDING);
      Files.writeString(temporary.resolve("terraform.other.tfstate"), HOLDING);
      Files.writeString(temporary.resolve("mine.tfstate"), EMPTY);
      folder.placeholders().zone("Z0123456789");

      folder.vacate();
    }
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              ".gitignore", "meridian-rehearsal.lock", "mine.tfstate", "terraform.other.tfstate");
    }
  }

  @Test
  void whatStandsInForSomethingIsFoundAgain() throws IOException {
    PlaceholderFile noted = PlaceholderFile.in(temporary);
    noted.note(new RehearsalDeployment.Limits(true, false));
    noted.zone("Z0123456789");
    noted.network(
        "eu-west-1", new EmulatorFixtures.Network("vpc-1", List.of("subnet-1", "subnet-2")));

    PlaceholderFile again = PlaceholderFile.in(temporary);

    assertThat(again.limits()).isEqualTo(new RehearsalDeployment.Limits(true, false));
    assertThat(again.zone()).contains("Z0123456789");
    assertThat(again.networks()).isEqualTo(noted.networks()).hasSize(1);
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(temporary)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(temporary.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
