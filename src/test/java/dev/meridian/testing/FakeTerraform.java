package dev.meridian.testing;

import dev.meridian.terraform.Progress;
import dev.meridian.terraform.Terraform;
import dev.meridian.terraform.TerraformBinary;
import dev.meridian.terraform.TerraformSettings;
import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.TreeMap;

/** A shell script that replaces terraform. */
public record FakeTerraform(Path folder, RunningProcesses processes) {

  public static FakeTerraform in(Path folder) {
    return new FakeTerraform(
        folder,
        new RunningProcesses(
            ProcessStarter.system(System.getenv()),
            new RunningProcesses.Patience(Duration.ofSeconds(2), Duration.ofMillis(300))));
  }

  public Terraform doing(String script) throws IOException {
    return doing(script, Progress.Listener.NONE);
  }

  public Terraform doing(String script, Progress.Listener listener) throws IOException {
    return new Terraform("shop-dns", folder, settings(script).withListener(listener));
  }

  /** Settings with the script as terraform. */
  public TerraformSettings settings(String script) throws IOException {
    return new TerraformSettings(
        new TerraformBinary(program(script)), processes, new TreeMap<>(), Progress.Listener.NONE);
  }

  public Path program(String script) throws IOException {
    Path program = folder.resolve("terraform");
    Files.writeString(program, "#!/bin/sh\n" + script);
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Waits until the script has written {@code name}, and returns what it wrote. */
  public String written(String name) throws IOException, InterruptedException {
    Path file = folder.resolve(name);
    while (!Files.exists(file) || Files.size(file) == 0) {
      Thread.sleep(10);
    }
    return Files.readString(file).strip();
  }
}
