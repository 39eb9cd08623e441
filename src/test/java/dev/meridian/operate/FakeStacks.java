package dev.meridian.operate;

import dev.meridian.declaration.Deployment;
import dev.meridian.testing.FakeTerraform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The stacks of a deployment, with a script instead of terraform. It answers with the files of a
 * stack's folder: {@code outputs.json}, {@code plan.json}, {@code failure.jsonl}.
 */
record FakeStacks(StackSet stacks) {
  private static final String SCRIPT =
      """
      echo "$*" >> log
      case "$1" in
        init) mkdir .terraform ;;
        output) cat outputs.json ;;
        show) cat plan.json ;;
        plan)
          [ -e failure.jsonl ] && cat failure.jsonl && exit 1
          [ -e plan.json ] && exit 2
          exit 0 ;;
      esac
      """;

  static FakeStacks in(Path folder, Deployment deployment) throws IOException {
    StackSet stacks =
        new StackSet(
            deployment, folder.resolve("cdktf.out"), FakeTerraform.in(folder).settings(SCRIPT));
    for (String stack : stacks.all()) {
      Files.createDirectories(stacks.directory(stack));
    }
    return new FakeStacks(stacks);
  }

  /** Writes a file into the folder of a stack. */
  FakeStacks write(String stack, String file, String text) throws IOException {
    Files.writeString(stacks.directory(stack).resolve(file), text);
    return this;
  }

  /** Initializes a stack and gives it outputs. */
  FakeStacks applied(String stack, String outputs) throws IOException {
    Files.createDirectories(stacks.directory(stack).resolve(".terraform"));
    return write(stack, "outputs.json", outputs);
  }

  /** The arguments of every run of terraform in a stack's folder. */
  List<String> runs(String stack) throws IOException {
    return Files.readAllLines(stacks.directory(stack).resolve("log"));
  }
}
