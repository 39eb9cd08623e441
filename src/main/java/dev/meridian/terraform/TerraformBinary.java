package dev.meridian.terraform;

import dev.meridian.terraform.process.ProgramPath;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The program that runs the stacks: the one in {@code TERRAFORM_BINARY_NAME}, as for cdktf, or else
 * Terraform, or else OpenTofu.
 */
public record TerraformBinary(Path program) {

  /** Finds the program; empty if there is none. */
  public static Optional<TerraformBinary> find(Map<String, String> environment) {
    ProgramPath path = new ProgramPath(environment);
    String named = environment.getOrDefault("TERRAFORM_BINARY_NAME", "");
    Stream<String> names = named.isEmpty() ? Stream.of("terraform", "tofu") : Stream.of(named);
    return names.flatMap(name -> path.find(name).stream()).findFirst().map(TerraformBinary::new);
  }
}
