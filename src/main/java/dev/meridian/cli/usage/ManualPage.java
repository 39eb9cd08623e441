package dev.meridian.cli.usage;

import dev.meridian.cli.usage.CommandModel.Argument;
import dev.meridian.cli.usage.CommandModel.Command;
import dev.meridian.cli.usage.CommandModel.Kind;
import dev.meridian.cli.usage.CommandModel.Option;
import dev.meridian.cli.usage.CommandModel.Value;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the manual page with the macros of man(7). */
final class ManualPage {
  /** With the date of the last change to these texts; mandoc warns of a page without one. */
  private static final String HEAD =
      """
      .TH MERIDIAN 1 2026-11-26 "%s" "Meridian"
      .SH NAME
      meridian \\- DNS\\-based load balancing as code
      .SH SYNOPSIS
      .B meridian
      .I COMMAND
      .RI [ OPTION ...]
      .SH DESCRIPTION
      You declare in one file which answers clients get.
      Meridian predicts and proves the answers, and writes Terraform stacks for AWS:
      one per region, and one for Route 53.
      .SH COMMANDS
      """;

  private static final String TAIL =
      """
      .SH EXIT STATUS
      .TP
      0
      Fine.
      .TP
      1
      A finding.
      .TP
      2
      Bad input.
      .TP
      3
      An error in Meridian or its environment: network, credentials, locks, disk.
      .SH ENVIRONMENT
      .TP
      MERIDIAN_CONFIG
      The declaration, unless \\-\\-config names it.
      .TP
      MERIDIAN_OUTPUT
      Where the stacks are, unless \\-\\-output names it.
      .TP
      MERIDIAN_JAVA_OPTS
      Options of the JVM.
      .TP
      NO_COLOR
      If set and not empty, there are no colors.
      .SH FILES
      .TP
      meridian.yaml
      The declaration.
      .TP
      cdktf.out/stacks
      The Terraform stacks.
      .SH SEE ALSO
      .BR terraform (1),
      and the files README.md and docs/declaration.md of Meridian.
      """;

  private ManualPage() {}

  /**
   * The page.
   *
   * @param version such as {@code meridian 0.2.0}
   */
  static String of(List<Command> commands, String version) {
    StringBuilder page = new StringBuilder(HEAD.replace("%s", version.replace("\"", "")));
    commands.forEach(command -> command(command, page));
    return page.append(TAIL).toString();
  }

  private static void command(Command command, StringBuilder page) {
    page.append(".SS ").append(escaped(synopsis(command))).append('\n');
    page.append(escaped(command.description())).append('\n');
    for (Argument argument : command.arguments()) {
      entry("\\fI" + escaped(argument.value().label()) + "\\fR", argument.description(), page);
    }
    for (Option option : command.options()) {
      String names =
          option.names().stream()
              .map(name -> "\\fB" + escaped(name) + "\\fR")
              .collect(Collectors.joining(", "));
      Value value = option.value();
      String label = value.kind() == Kind.NONE ? "" : " \\fI" + escaped(value.label()) + "\\fR";
      entry(names + label, option.description(), page);
    }
  }

  private static String synopsis(Command command) {
    return command.arguments().stream()
        .map(
            argument ->
                " " + argument.value().label() + (argument.value().repeated() ? " ..." : ""))
        .collect(Collectors.joining("", command.name(), ""));
  }

  private static void entry(String tag, String description, StringBuilder page) {
    page.append(".TP\n").append(tag).append('\n').append(escaped(description)).append('\n');
  }

  /** Text that roff prints as it is. An apostrophe or dot at the beginning would be a request. */
  private static String escaped(String text) {
    String plain =
        text.replace("\\", "\\e")
            .replace("-", "\\-")
            .replace("'", "\\(aq")
            .replace("–", "\\(en")
            .replace("…", "...");
    return plain.startsWith(".") ? "\\&" + plain : plain;
  }
}
