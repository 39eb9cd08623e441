package dev.meridian.terraform;

import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A shell script in the place of terraform. */
record FakeTerraform(Path folder, RunningProcesses processes) {

  static FakeTerraform in(Path folder) {
    return new FakeTerraform(
        folder,
        new RunningProcesses(
            ProcessStarter.system(System.getenv()),
            new RunningProcesses.Patience(Duration.ofSeconds(2), Duration.ofMillis(300))));
  }

  Terraform doing(String script) throws IOException {
    return doing(script, Progress.Listener.NONE);
  }

  Terraform doing(String script, Progress.Listener listener) throws IOException {
    TerraformSettings settings =
        new TerraformSettings(
            new TerraformBinary(program(script)), processes, new TreeMap<>(Map.of()), listener);
    return new Terraform("shop-dns", folder, settings);
  }

  Path program(String script) throws IOException {
    Path program = folder.resolve("terraform");
    Files.writeString(program, "#!/bin/sh\n" + script);
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Waits until the script has written {@code name}, and returns what it wrote. */
  String written(String name) throws IOException, InterruptedException {
    Path file = folder.resolve(name);
    while (!Files.exists(file) || Files.size(file) == 0) {
      Thread.sleep(10);
    }
    return Files.readString(file).strip();
  }
}
