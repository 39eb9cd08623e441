package dev.meridian.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code version}: prints the version. */
@Command(name = "version", description = "Prints the version.")
final class VersionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** The version that the build wrote into the jar's manifest. */
  static final class Version implements IVersionProvider {
    static String text() {
      String version = Version.class.getPackage().getImplementationVersion();
      return "meridian " + Optional.ofNullable(version).orElse("(not from a jar)");
    }

    @Override
    public String[] getVersion() {
      return new String[] {text()};
    }
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Version.text());
    return ExitCode.FINE;
  }
}
