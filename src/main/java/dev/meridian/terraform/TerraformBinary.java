package dev.meridian.terraform;

import dev.meridian.terraform.process.ProgramPath;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which program runs the stacks: the one {@code TERRAFORM_BINARY_NAME} names, as for cdktf; else
 * terraform; else OpenTofu.
 */
public record TerraformBinary(Path program) {

  /** Finds it, or is empty where there is none. */
  public static Optional<TerraformBinary> find(Map<String, String> environment) {
    ProgramPath path = new ProgramPath(environment);
    String named = environment.getOrDefault("TERRAFORM_BINARY_NAME", "");
    Stream<String> names = named.isEmpty() ? Stream.of("terraform", "tofu") : Stream.of(named);
    return names.flatMap(name -> path.find(name).stream()).findFirst().map(TerraformBinary::new);
  }
}
