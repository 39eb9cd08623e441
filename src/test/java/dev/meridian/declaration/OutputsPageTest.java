package dev.meridian.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.declaration.output.AcceleratorOutput;
import dev.meridian.declaration.output.DnsOutput;
import dev.meridian.declaration.output.NetworkOutput;
import dev.meridian.declaration.output.OutputType;
import dev.meridian.declaration.output.PrivateOutput;
import dev.meridian.declaration.output.RegionOutput;
import dev.meridian.declaration.output.SwitchOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/outputs.md} lists the outputs of each kind of stack. */
class OutputsPageTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(\\w+)` \\| ([a-z ]+) \\| [^|]+ \\|$");

  @Test
  void thePageListsEveryOutputOfARegionWithItsType() throws IOException {
    assertThat(rows("Region stacks"))
        .isEqualTo(Arrays.stream(RegionOutput.values()).map(o -> row(o.id(), o.type())).toList());
  }

  @Test
  void thePageListsEveryOutputOfAnAcceleratorWithItsType() throws IOException {
    assertThat(rows("Accelerator stacks"))
        .isEqualTo(
            Arrays.stream(AcceleratorOutput.values()).map(o -> row(o.id(), o.type())).toList());
  }

  @Test
  void thePageListsEveryOutputOfDnsWithItsType() throws IOException {
    assertThat(rows("DNS stack"))
        .isEqualTo(Arrays.stream(DnsOutput.values()).map(o -> row(o.id(), o.type())).toList());
  }

  @Test
  void thePageListsEveryOutputOfSwitchesWithItsType() throws IOException {
    assertThat(rows("Switches"))
        .isEqualTo(Arrays.stream(SwitchOutput.values()).map(o -> row(o.id(), o.type())).toList());
  }

  @Test
  void thePageListsEveryOutputOfAnInternalLoadBalancerWithItsType() throws IOException {
    assertThat(rows("Internal load balancers"))
        .isEqualTo(Arrays.stream(PrivateOutput.values()).map(o -> row(o.id(), o.type())).toList());
  }

  @Test
  void thePageListsEveryOutputOfAPrivateNetworkWithItsType() throws IOException {
    assertThat(rows("Private network stack"))
        .isEqualTo(Arrays.stream(NetworkOutput.values()).map(o -> row(o.id(), o.type())).toList());
  }

  private static String row(String id, OutputType type) {
    return id + ": " + type.text();
  }

  private static List<String> rows(String title) throws IOException {
    String section =
        Arrays.stream(Files.readString(Path.of("docs/outputs.md")).split("\n## "))
            .filter(part -> part.startsWith(title))
            .findFirst()
            .orElseThrow();
    return ROW.matcher(section).results().map(r -> r.group(1) + ": " + r.group(2)).toList();
  }
}
