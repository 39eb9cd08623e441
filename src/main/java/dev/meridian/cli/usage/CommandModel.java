package dev.meridian.cli.usage;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What completion scripts and the manual page need to know about the commands. */
final class CommandModel {
  /** What the launcher does itself, without Java; as in the file {@code help}. */
  private static final Map<String, String> LAUNCHER =
      Map.of(
          "cdktf", "Runs the bundled CDK for Terraform, such as cdktf deploy '*'.",
          "help", "Prints all commands, or the options of one.",
          "setup", "Does the set-up that commands do on first use.",
          "test", "Runs everything that CI runs; arguments go to Maven.");

  private static final Set<String> FOLDERS = Set.of("DIR", "FOLDER");

  private CommandModel() {}

  /** What the value of an option or argument is. */
  enum Kind {
    /** There is no value. */
    NONE,
    FILE,
    FOLDER,
    /** One of the known words. */
    WORD,
    OTHER
  }

  /**
   * A value.
   *
   * @param label such as {@code FILE}
   * @param words the allowed values, or some of them; empty if they are not known
   * @param repeated whether there can be several
   */
  record Value(Kind kind, String label, List<String> words, boolean repeated) {}

  /**
   * An option.
   *
   * @param names such as {@code -c} and {@code --config}
   */
  record Option(List<String> names, String description, Value value) {}

  /** A positional argument. */
  record Argument(String description, Value value) {}

  /** A command. */
  record Command(String name, String description, List<Option> options, List<Argument> arguments) {

    /** All names of all options, in the order of the options. */
    List<String> optionNames() {
      return options.stream().flatMap(option -> option.names().stream()).toList();
    }
  }

  /** All commands that people call, by name. */
  static List<Command> of(CommandLine root) {
    List<Command> commands = new ArrayList<>();
    LAUNCHER.forEach(
        (name, description) ->
            commands.add(
                new Command(
                    name,
                    description,
                    List.of(),
                    name.equals("help") ? List.of(ofHelp(root)) : List.of())));
    root.getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(spec -> !spec.usageMessage().hidden())
        .map(CommandModel::command)
        .forEach(commands::add);
    commands.sort(Comparator.comparing(Command::name));
    return commands;
  }

  private static Argument ofHelp(CommandLine root) {
    List<String> names =
        Stream.concat(
                LAUNCHER.keySet().stream(),
                root.getSubcommands().values().stream()
                    .filter(line -> !line.getCommandSpec().usageMessage().hidden())
                    .map(CommandLine::getCommandName))
            .sorted()
            .toList();
    return new Argument("The command.", new Value(Kind.WORD, "COMMAND", names, false));
  }

  private static Command command(CommandSpec spec) {
    List<Option> options =
        spec.options().stream()
            .filter(option -> !option.hidden())
            .sorted(Comparator.comparing(OptionSpec::longestName))
            .map(
                option ->
                    new Option(List.of(option.names()), text(option.description()), value(option)))
            .toList();
    List<Argument> arguments =
        spec.positionalParameters().stream()
            .filter(argument -> !argument.hidden())
            .map(argument -> new Argument(text(argument.description()), value(argument)))
            .toList();
    return new Command(spec.name(), text(spec.usageMessage().description()), options, arguments);
  }

  private static Value value(ArgSpec argument) {
    boolean repeated = argument.isMultiValue();
    if (argument.isOption() && argument.arity().max() == 0) {
      return new Value(Kind.NONE, "", List.of(), repeated);
    }
    String label = argument.paramLabel();
    List<String> words = words(argument, label);
    return new Value(kind(argument, label, words), label, words, repeated);
  }

  private static Kind kind(ArgSpec argument, String label, List<String> words) {
    Class<?> type = argument.auxiliaryTypes()[0];
    if (FOLDERS.contains(label)) {
      return Kind.FOLDER;
    }
    if (type == Path.class || type == File.class) {
      return Kind.FILE;
    }
    return words.isEmpty() ? Kind.OTHER : Kind.WORD;
  }

  /** The constants of an enum, or the words of a label such as {@code on|off}. */
  private static List<String> words(ArgSpec argument, String label) {
    if (label.matches("[a-z-]+([|][a-z-]+)*")) {
      return List.of(label.split("[|]"));
    }
    if (argument.completionCandidates() == null) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    argument.completionCandidates().forEach(words::add);
    return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  /** Lines are formats of {@link String#format}, in which only these two occur. */
  private static String text(String[] lines) {
    return String.join(" ", lines)
        .replace("%n", " ")
        .replace("%%", "%")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
