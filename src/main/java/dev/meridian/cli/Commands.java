package dev.meridian.cli;

import dev.meridian.cli.usage.CommonOptions;
import dev.meridian.cli.usage.CompletionCommand;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The command line. Picocli reads all options of every command that it gets, which takes 0.1 s for
 * all commands. So if the first argument names a command, Picocli gets only that one.
 */
final class Commands {
  /** Types that no option has. Picocli would load their classes. */
  private static final String TYPES_LEFT_OUT = "java[.](?:sql|time)[.].*";

  private static final Map<String, Class<?>> BY_NAME =
      Map.ofEntries(
          Map.entry("adopt", AdoptCommand.class),
          Map.entry("app", AppCommand.class),
          Map.entry("check", CheckCommand.class),
          Map.entry("compare", CompareCommand.class),
          Map.entry("completion", CompletionCommand.class),
          Map.entry("cost", CostCommand.class),
          Map.entry("destroy", DestroyCommand.class),
          Map.entry("diff", DiffCommand.class),
          Map.entry("drill", DrillCommand.class),
          Map.entry("export", ExportCommand.class),
          Map.entry("graph", GraphCommand.class),
          Map.entry("guard", GuardCommand.class),
          Map.entry("import", ImportCommand.class),
          Map.entry("init", InitCommand.class),
          Map.entry("migrate", MigrateCommand.class),
          Map.entry("output-folder", OutputFolderCommand.class),
          Map.entry("pin", PinCommand.class),
          Map.entry("prove", ProveCommand.class),
          Map.entry("rehearse", RehearseCommand.class),
          Map.entry("report", ReportCommand.class),
          Map.entry("resolve", ResolveCommand.class),
          Map.entry("serve", ServeCommand.class),
          Map.entry("status", StatusCommand.class),
          Map.entry("switch", SwitchCommand.class),
          Map.entry("synth", SynthCommand.class),
          Map.entry("validate", ValidateCommand.class),
          Map.entry("verify", VerifyCommand.class),
          Map.entry("version", VersionCommand.class),
          Map.entry("what-if", WhatIfCommand.class));

  static {
    System.setProperty("picocli.converters.excludes", TYPES_LEFT_OUT);
  }

  private Commands() {}

  /** A command line with every command. */
  static CommandLine all() {
    CommandLine line = withHelp(new MeridianCommand());
    new TreeMap<>(BY_NAME).values().forEach(command -> line.addSubcommand(withHelp(command)));
    return line;
  }

  /** A command line with the command that {@code args} begin with, or with all commands. */
  static CommandLine of(String... args) {
    Class<?> named = args.length == 0 ? null : BY_NAME.get(args[0]);
    // Completion is about all commands.
    if (named == null || named == CompletionCommand.class) {
      return all();
    }
    CommandSpec parent = CommandSpec.create().name("meridian");
    return new CommandLine(parent).addSubcommand(withHelp(named));
  }

  private static CommandLine withHelp(Object command) {
    CommandLine line = new CommandLine(command);
    CommonOptions.add(line.getCommandSpec().versionProvider(new VersionCommand.Version()));
    return line;
  }
}
