package dev.meridian.cli;

import dev.meridian.aws.AwsReadException;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.PlanOption;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.option.RecordTypeWord;
import dev.meridian.cli.view.JsonText;
import dev.meridian.cli.view.NotKnownText;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import dev.meridian.resolve.Interpretation;
import dev.meridian.resolve.Question;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export}: writes the traffic policy document of a name. */
@Command(
    name = "export",
    description = "Writes the document of a traffic policy, for the editor in the console.")
final class ExportCommand implements Callable<Integer> {
  private static final String KIND = "traffic-policy";

  @Parameters(index = "0", paramLabel = KIND, description = "What to write.")
  private String kind;

  @Parameters(
      index = "1",
      paramLabel = "NAME",
      description = "With or without the zone; @ is the zone itself. It needs no via.")
  private String name;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      converter = RecordTypeWord.class,
      description = "A, AAAA, or CNAME (default: the first of these that the name has).")
  private @Nullable RecordType type;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "What to write (default: standard output).")
  private @Nullable Path output;

  @Option(names = "--force", description = "Overwrite a file with different content.")
  private boolean force;

  @Mixin private PlanOption source;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput, AwsReadException, IOException {
    checkWords();
    PrintWriter err = spec.commandLine().getErr();
    QueryContext context = QueryContext.of(source.load(err), Interpretation.DOCUMENTED);
    DnsName asked = BadInput.checked("NAME", () -> context.name(name));
    context.loaded().onlyInPrivateZone(name).ifPresent(err::println);
    for (RrsetKey key : ExportedPolicy.candidates(context.plan(), asked, type)) {
      SortedSet<String> unread = context.resolver().unread(new Question(asked, key.type()));
      if (!unread.isEmpty()) {
        err.println("The record sets are " + NotKnownText.line(unread) + ".");
        err.println("Nothing was written.");
        return ExitCode.FINDING;
      }
    }
    RrsetKey key = ExportedPolicy.key(context.loaded(), asked, type);
    ExportedPolicy policy = ExportedPolicy.of(context.loaded(), key);
    if (!policy.missing().isEmpty()) {
      policy.missing().forEach(err::println);
      err.println(
          "Nothing was written. After apply, read these from the state with --state, or from the"
              + " zone with --zone.");
      return ExitCode.FINDING;
    }
    write(JsonText.of(policy.tree()) + "\n");
    return ExitCode.FINE;
  }

  private void checkWords() {
    if (!kind.equals(KIND)) {
      throw new ParameterException(
          spec.commandLine(),
          "\"" + kind + "\" cannot be exported; write export " + KIND + " NAME");
    }
    if (type != null && !RecordType.ROUTED.contains(type)) {
      throw new ParameterException(
          spec.commandLine(), "--type must be A, AAAA, or CNAME, not " + type);
    }
  }

  private void write(String json) throws BadInput, IOException {
    if (output == null) {
      spec.commandLine().getOut().print(json);
      return;
    }
    String file = output.toString();
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    if (Files.isDirectory(output)) {
      throw refused(file, "it is a folder", "name a file in it");
    }
    if (!force && WholeFile.differs(output, bytes)) {
      throw refused(file, "it exists with different content", "name another file, or add --force");
    }
    try {
      WholeFile.replace(output, bytes);
    } catch (NoSuchFileException e) {
      throw refused(file, "its folder does not exist", "create the folder first");
    }
    spec.commandLine().getOut().println("Wrote " + output + ".");
  }

  private static BadInput refused(String at, String what, String fix) {
    return new BadInput(List.of(new Diagnostic(SourceLocation.wholeFile(at), "", what, fix)));
  }
}
