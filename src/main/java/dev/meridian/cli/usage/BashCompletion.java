package dev.meridian.cli.usage;

import dev.meridian.cli.usage.CommandModel.Argument;
import dev.meridian.cli.usage.CommandModel.Command;
import dev.meridian.cli.usage.CommandModel.Kind;
import dev.meridian.cli.usage.CommandModel.Option;
import dev.meridian.cli.usage.CommandModel.Value;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the completion script for bash 3.2 and newer. */
final class BashCompletion {
  private static final String HEAD =
      """
      # Completion of Meridian for bash. To load it: source <(./meridian completion bash)

      _meridian_words() { COMPREPLY=($(compgen -W "$1" -- "$current")); }

      _meridian_paths() {
        local IFS=$'\\n'
        compopt -o filenames 2>/dev/null
        COMPREPLY=($(compgen "$1" -- "$current"))
      }

      _meridian() {
        local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
        COMPREPLY=()
        # Bash splits --option=value into three words.
        if [[ $current == = ]]; then
          current=''
        elif [[ $previous == = && COMP_CWORD -gt 2 ]]; then
          previous=${COMP_WORDS[COMP_CWORD - 2]}
        fi
        if ((COMP_CWORD == 1)); then
          _meridian_words '%s'
          return
        fi
        case "${COMP_WORDS[1]} $previous" in
      """;

  private BashCompletion() {}

  static String of(List<Command> commands) {
    StringBuilder script = new StringBuilder();
    String names = commands.stream().map(Command::name).collect(Collectors.joining(" "));
    script.append(HEAD.replace("%s", names));
    for (Command command : commands) {
      command.options().stream()
          .filter(option -> option.value().kind() != Kind.NONE)
          .forEach(option -> value(command, option, script));
    }
    script.append("  esac\n  case ${COMP_WORDS[1]} in\n");
    commands.forEach(command -> words(command, script));
    return script.append("  esac\n}\n\ncomplete -F _meridian meridian\n").toString();
  }

  private static void value(Command command, Option option, StringBuilder script) {
    String pattern =
        option.names().stream()
            .map(name -> "'" + command.name() + " " + name + "'")
            .collect(Collectors.joining(" | "));
    script
        .append("    ")
        .append(pattern)
        .append(")\n      ")
        .append(action(option.value()))
        .append("\n      return\n      ;;\n");
  }

  private static void words(Command command, StringBuilder script) {
    script.append(
        String.format(
            Locale.ROOT,
            """
            %s)
              if [[ $current == -* ]]; then
                _meridian_words '%s'
              else
                %s
              fi
              ;;
        """,
            command.name(),
            String.join(" ", command.optionNames()),
            arguments(command.arguments())));
  }

  /** What the arguments can be; bash does not say which of them it completes. */
  private static String arguments(List<Argument> arguments) {
    String words =
        arguments.stream()
            .flatMap(argument -> argument.value().words().stream())
            .distinct()
            .collect(Collectors.joining(" "));
    if (!words.isEmpty()) {
      return "_meridian_words '" + words + "'";
    }
    return arguments.stream()
        .map(Argument::value)
        .filter(value -> value.kind() == Kind.FILE || value.kind() == Kind.FOLDER)
        .findFirst()
        .map(BashCompletion::action)
        .orElse(":");
  }

  private static String action(Value value) {
    return switch (value.kind()) {
      case FILE -> "_meridian_paths -f";
      case FOLDER -> "_meridian_paths -d";
      case WORD -> "_meridian_words '" + String.join(" ", value.words()) + "'";
      case NONE, OTHER -> ":";
    };
  }
}
