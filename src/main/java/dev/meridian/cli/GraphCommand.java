package dev.meridian.cli;

import dev.meridian.aws.AwsReadException;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.option.QueryOption;
import dev.meridian.cli.view.GraphText;
import dev.meridian.cli.view.NotKnownText;
import dev.meridian.cli.view.PolicyGraph;
import dev.meridian.cli.view.PolicyGraph.Node;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.DnsName;
import dev.meridian.model.RrsetKey;
import java.io.PrintWriter;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code graph}: the tree of policies of a name. */
@Command(
    name = "graph",
    description = "Prints the tree of policies of a name as text, for Mermaid, or for Graphviz.")
final class GraphCommand implements Callable<Integer> {
  private enum Format {
    text,
    mermaid,
    dot
  }

  @Parameters(paramLabel = "NAME", description = "A name of the zone; @ is the zone itself.")
  private String name;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (default), mermaid, or dot.")
  private Format format;

  @Mixin private QueryOption plan;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput, AwsReadException {
    QueryContext context = plan.load(spec.commandLine().getErr());
    DnsName asked = BadInput.checked("NAME", () -> context.name(name));
    List<RrsetKey> groups =
        context.plan().groups().keySet().stream().filter(key -> key.name().equals(asked)).toList();
    SortedSet<String> unread = unread(context, asked);
    if (groups.isEmpty() && unread.isEmpty()) {
      throw unknown(context);
    }
    PolicyGraph graph = new PolicyGraph(context);
    List<Node> trees = groups.stream().map(graph::tree).toList();
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case text -> trees.forEach(tree -> GraphText.tree(tree).forEach(out::println));
      case mermaid -> GraphText.mermaid(trees).forEach(out::println);
      case dot -> GraphText.dot(trees).forEach(out::println);
    }
    if (!unread.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println("A part of the tree is " + NotKnownText.line(unread) + ".");
    }
    return unread.isEmpty() ? ExitCode.FINE : ExitCode.FINDING;
  }

  private static SortedSet<String> unread(QueryContext context, DnsName name) {
    SortedSet<String> unread = new TreeSet<>();
    context.resolver().questions().stream()
        .filter(question -> question.name().equals(name))
        .forEach(question -> unread.addAll(context.resolver().unread(question)));
    return unread;
  }

  private BadInput unknown(QueryContext context) {
    String names = String.join(", ", context.labels());
    String usual = names.isEmpty() ? "use another zone" : "use one of " + names;
    return new BadInput(
        List.of(
            new Diagnostic(
                SourceLocation.wholeFile("NAME"),
                "",
                "the zone has no record set named \"" + name + "\"",
                context.loaded().onlyInPrivateZone(name).orElse(usual))));
  }
}
