package dev.meridian.cli;

import dev.meridian.aws.AwsReadException;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.LoadedPlan;
import dev.meridian.cli.option.PlanOption;
import dev.meridian.cli.zone.TrafficPolicyFiles;
import dev.meridian.declaration.value.NameFormat;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.importing.ImportMetadata;
import dev.meridian.importing.ImportResult;
import dev.meridian.importing.Importer;
import dev.meridian.model.Owner;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.UnreadRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code import}: writes a declaration from an existing zone or state. */
@Command(
    name = "import",
    description =
        "Writes a declaration from an existing zone, state, plan, or traffic policy document.")
final class ImportCommand implements Callable<Integer> {
  @Mixin private PlanOption source;
  @Mixin private TrafficPolicyFiles policies;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "What to write (default: standard output).")
  private @Nullable Path output;

  @Option(names = "--force", description = "Overwrite an existing file.")
  private boolean force;

  @Option(
      names = "--application",
      paramLabel = "NAME",
      description =
          "The declaration's application (default: the one in the zone's ownership records, or the"
              + " zone's first label).")
  private @Nullable String application;

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description =
          "The declaration's environment (default: the one in the zone's ownership records, or"
              + " production).")
  private @Nullable String environment;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput, AwsReadException, IOException {
    if (!source.isReadBack() && !policies.isGiven()) {
      throw new ParameterException(
          spec.commandLine(),
          "name what to import: --state FILE, --plan FILE, --zone NAME, or --traffic-policy FILE");
    }
    if (environment != null) {
      checkWord("--environment", environment);
    }
    if (application != null) {
      checkWord("--application", application);
    }
    LoadedPlan found = policies.isGiven() ? policies.read(source) : source.readBack();
    PrintWriter err = spec.commandLine().getErr();
    Map<String, Owner> owners = owners(found);
    Owner owner = owner(found, owners.values());
    ImportResult imported =
        Importer.of(
            found.plan(),
            metadata(found, owner),
            line -> {
              err.println(line);
              err.flush();
            });
    if (imported.text().isPresent()) {
      write(imported.text().get());
    }
    imported.leftOut().forEach(line -> err.println("left out: " + line));
    if (imported.text().isEmpty()) {
      throw nothing(found, imported.leftOut().isEmpty());
    }
    imported.renamed().forEach(line -> err.println("different name: " + line));
    owners.values().removeIf(owner::isSame);
    owners.forEach((record, other) -> err.println("other owner: " + record + " names " + other));
    return imported.leftOut().isEmpty() && owners.isEmpty() ? ExitCode.FINE : ExitCode.FINDING;
  }

  private void checkWord(String option, String word) {
    if (!NameFormat.isOne(word)) {
      throw new ParameterException(
          spec.commandLine(),
          option
              + " must be 1 to 32 characters of a-z, 0-9 and -, beginning with a letter, not "
              + word);
    }
  }

  /** The owners that ownership records of the zone name, by record. */
  private static Map<String, Owner> owners(LoadedPlan found) {
    Map<String, Owner> owners = new TreeMap<>();
    for (RecordSet record : found.plan().records()) {
      Owner.of(record).ifPresent(owner -> owners.put(record.key().toString(), owner));
    }
    return owners;
  }

  /** What the declaration says: the options, or the one owner that all records agree on. */
  private Owner owner(LoadedPlan found, Collection<Owner> owners) {
    Optional<Owner> first =
        owners.stream().findFirst().filter(one -> owners.stream().allMatch(one::isSame));
    return new Owner(
        Optional.ofNullable(application)
            .or(() -> first.map(Owner::application))
            .orElseGet(() -> word(found.plan().zone().text())),
        Optional.ofNullable(environment)
            .or(() -> first.map(Owner::environment))
            .orElse("production"),
        null);
  }

  private static ImportMetadata metadata(LoadedPlan found, Owner owner) {
    return new ImportMetadata(
        found.name(),
        owner.application(),
        owner.environment(),
        found.zoneId(),
        found.kind(),
        found.leftOut(),
        incomplete(found));
  }

  /** The groups with a record set that is left out, or that may have one. */
  private static Set<RrsetKey> incomplete(LoadedPlan found) {
    Set<RrsetKey> known = found.plan().groups().keySet();
    Set<RrsetKey> groups = new HashSet<>();
    for (UnreadRecord record : found.unread()) {
      if (record.group().isPresent()) {
        groups.add(record.group().get());
      } else if (record.owner().isPresent()) {
        // What was read is complete, because only one record set can have no set identifier.
        Stream.of(RecordType.values())
            .map(type -> new RrsetKey(record.owner().get(), type))
            .filter(key -> !record.simple() || !known.contains(key))
            .forEach(groups::add);
      }
    }
    return groups;
  }

  private static String word(String zone) {
    String first = zone.split("\\.", 2)[0].replaceAll("[^a-z0-9-]", "-");
    return NameFormat.isOne(first) ? first : "imported";
  }

  private void write(String text) throws BadInput, IOException {
    if (output == null) {
      spec.commandLine().getOut().print(text);
      return;
    }
    try {
      if (force) {
        WholeFile.replace(output, text);
      } else {
        WholeFile.create(output, text);
      }
    } catch (FileAlreadyExistsException e) {
      throw refused(output, "the file already exists", "name another file, or add --force");
    } catch (NoSuchFileException e) {
      throw refused(output, "its folder does not exist", "create the folder first");
    }
    spec.commandLine()
        .getOut()
        .println(
            "Wrote "
                + output
                + ". Next: ./meridian validate --config "
                + output
                + ". To manage these records with Meridian: ./meridian adopt --config "
                + output);
  }

  private static BadInput refused(Path file, String what, String fix) {
    return new BadInput(
        List.of(new Diagnostic(SourceLocation.wholeFile(file.toString()), "", what, fix)));
  }

  private static BadInput nothing(LoadedPlan found, boolean isEmpty) {
    return new BadInput(
        List.of(
            new Diagnostic(
                SourceLocation.wholeFile(found.name()),
                "",
                "it has no name that a declaration can express",
                isEmpty
                    ? "import a zone with A, AAAA or CNAME records"
                    : "change the records that are left out, or import another zone")));
  }
}
