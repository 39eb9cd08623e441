package dev.meridian.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderMirrorTest {
  @TempDir Path folder;

  @Test
  void aMirrorIsFoundThreeFoldersDeepAndNoDeeper() throws IOException {
    Path near = mirror("a/b/near");

    assertThat(ProviderMirror.findBelow(List.of(folder.resolve("none"), folder)))
        .contains(new ProviderMirror(near));
    assertThat(
            ProviderMirror.findBelow(
                List.of(mirror("x/1/2/3/4").resolve("../../../..").normalize())))
        .isEmpty();
  }

  @Test
  void theNamedMirrorComesFirst() {
    assertThat(ProviderMirror.find(Map.of(ProviderMirror.VARIABLE, "/srv/mirror")))
        .contains(new ProviderMirror(Path.of("/srv/mirror")));
  }

  @Test
  void anUnpackedProviderNeedsNoCacheAndAPackedOneDoes() throws IOException {
    ProviderMirror mirror = new ProviderMirror(mirror("m"));
    Path version = mirror.folder().resolve("registry.terraform.io/hashicorp/aws");
    Files.createFile(version.resolve("terraform-provider-aws_5.100.0_linux_amd64.zip"));
    assertThat(variables(Map.of(), Optional.of(mirror))).containsKey("TF_PLUGIN_CACHE_DIR");

    Path unpacked = Files.createDirectories(version.resolve("5.100.0/linux_amd64"));
    Files.createFile(unpacked.resolve("terraform-provider-aws_v5.100.0_x5"));
    assertThat(variables(Map.of(), Optional.of(mirror))).containsOnlyKeys("TF_CLI_CONFIG_FILE");
  }

  @Test
  void theUsersOwnConfigurationIsLeftAloneWhereItExists() throws IOException {
    Path own = Files.createFile(folder.resolve("own.rc"));

    assertThat(variables(Map.of("TF_CLI_CONFIG_FILE", own.toString()), Optional.empty())).isEmpty();
    assertThat(variables(Map.of("TF_CLI_CONFIG_FILE", "/missing.rc"), Optional.empty()))
        .containsKey("TF_CLI_CONFIG_FILE");
  }

  @Test
  void theConfigurationNamesTheMirrorForTheAwsProviderAlone() {
    assertThat(CliConfig.text(Optional.of(new ProviderMirror(Path.of("/srv/\"odd\"")))))
        .isEqualTo(
            """
            provider_installation {
              filesystem_mirror {
                path    = "/srv/\\"odd\\""
                include = ["registry.terraform.io/hashicorp/aws"]
              }
              direct {
                exclude = ["registry.terraform.io/hashicorp/aws"]
              }
            }
            """);
  }

  private SortedMap<String, String> variables(
      Map<String, String> environment, Optional<ProviderMirror> mirror) throws IOException {
    return CliConfig.variables(environment, mirror, folder.resolve("ours"));
  }

  private Path mirror(String path) throws IOException {
    Path mirror = folder.resolve(path);
    Files.createDirectories(mirror.resolve("registry.terraform.io/hashicorp/aws"));
    return mirror;
  }
}
