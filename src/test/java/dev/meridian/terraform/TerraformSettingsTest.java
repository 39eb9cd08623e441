package dev.meridian.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerraformSettingsTest {
  private static Map<String, String> environment(Map<String, String> own) {
    return TerraformSettings.reading(
            new TerraformBinary(Path.of("terraform")),
            new RunningProcesses(ProcessStarter.system(own), RunningProcesses.Patience.USUAL),
            own)
        .environment();
  }

  @Test
  void garbageIsCollectedRarely() {
    assertThat(environment(Map.of())).containsEntry("GOGC", "400").containsKey("GOMEMLIMIT");
  }

  @Test
  void theUsersOwnSettingsOfTheGarbageCollectorStay() {
    assertThat(environment(Map.of("GOGC", "50"))).doesNotContainKeys("GOGC", "GOMEMLIMIT");
    assertThat(environment(Map.of("GOMEMLIMIT", "1GiB"))).doesNotContainKeys("GOGC", "GOMEMLIMIT");
  }
}
