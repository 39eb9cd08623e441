package dev.meridian.cli;

import java.util.Map;
import picocli.CommandLine;

/**
 * The command line. Picocli reads every option of a command that it is given, which takes a tenth
 * of a second for all of them: where the first word names a command, it is given that one alone.
 */
final class Commands {
  private static final Map<String, Class<?>> BY_NAME =
      Map.ofEntries(
          Map.entry("app", AppCommand.class),
          Map.entry("check", CheckCommand.class),
          Map.entry("compare", CompareCommand.class),
          Map.entry("diff", DiffCommand.class),
          Map.entry("import", ImportCommand.class),
          Map.entry("init", InitCommand.class),
          Map.entry("pin", PinCommand.class),
          Map.entry("prove", ProveCommand.class),
          Map.entry("rehearse", RehearseCommand.class),
          Map.entry("resolve", ResolveCommand.class),
          Map.entry("synth", SynthCommand.class),
          Map.entry("validate", ValidateCommand.class),
          Map.entry("verify", VerifyCommand.class),
          Map.entry("version", VersionCommand.class),
          Map.entry("what-if", WhatIfCommand.class));

  private Commands() {}

  /** With every command. */
  static CommandLine all() {
    CommandLine line = new CommandLine(new MeridianCommand());
    BY_NAME.keySet().stream().sorted().forEach(name -> line.addSubcommand(BY_NAME.get(name)));
    return line;
  }

  /** With the command that {@code args} begin with, or all where they name none. */
  static CommandLine of(String... args) {
    Class<?> named = args.length == 0 ? null : BY_NAME.get(args[0]);
    return named == null ? all() : new CommandLine(new MeridianCommand()).addSubcommand(named);
  }
}
