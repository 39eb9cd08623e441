package dev.meridian.stacks;

import com.hashicorp.cdktf.TerraformOutput;
import software.constructs.Construct;

/** Outputs of a stack: docs/outputs.md is their contract. */
record Outputs(Construct stack) {

  /** An output whose value is text, a list or a map of references. */
  void add(String name, String description, Object value) {
    // The construct's id is what `cdktf deploy` prints the value under.
    TerraformOutput.Builder.create(stack, name).description(description).value(value).build();
  }
}
