package dev.meridian.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.cli.option.ShellWord;
import dev.meridian.rehearse.RunningRehearsal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is printed at the end of {@code rehearse --keep} can be pasted into a shell. */
class RehearsalHintsTest {

  @Test
  void everyLineFitsTheDeclarationAndTheFolder() {
    RunningRehearsal kept =
        new RunningRehearsal(
            URI.create("http://127.0.0.1:4566"),
            4711,
            Path.of("/tmp/a folder/cdktf.out"),
            "shop-test-dns",
            new TreeMap<>(Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:4566", "AWS_PROFILE", "")));

    assertThat(String.join("\n", new RehearsalHints(kept, " -c 'my shop.yaml'").lines()))
        .isEqualTo(
            """
            Kept. To use terraform, aws, and cdktf in your own shell:

                export AWS_ENDPOINT_URL=http://127.0.0.1:4566
                unset AWS_PROFILE
                terraform -chdir='/tmp/a folder/cdktf.out/stacks/shop-test-dns' plan

            To compare it with the declaration after your changes:

                ./meridian verify -c 'my shop.yaml' --aws-endpoint http://127.0.0.1:4566\
             --output '/tmp/a folder/cdktf.out'

            To end it and delete everything on it: kill 4711""");
  }

  @Test
  void whatTheShellWouldTakeOtherwiseIsQuoted() {
    assertThat(ShellWord.of("it's")).isEqualTo("'it'\\''s'");
    assertThat(ShellWord.of("")).isEqualTo("''");
    assertThat(ShellWord.of("a=1,b")).isEqualTo("a=1,b");
  }
}
