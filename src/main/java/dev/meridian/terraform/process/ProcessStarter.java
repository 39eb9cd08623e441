package dev.meridian.terraform.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts processes. Tests replace it to run a fake program. */
public interface ProcessStarter {

  Process start(Command command) throws IOException;

  /**
   * Whether a started process leads its own process group, with its own id, so that Ctrl-C in the
   * terminal does not reach it and its children can be stopped together.
   */
  boolean leadsGroup();

  /**
   * Starts real processes. Each becomes the leader of a session if {@code setsid} or Perl is
   * installed. On a second interrupt, Terraform exits at once and can lose data, so it must not get
   * both the terminal's interrupt and Meridian's.
   */
  static ProcessStarter system(Map<String, String> environment) {
    return new SessionStarter(SessionStarter.prefix(new ProgramPath(environment)));
  }

  /** Starts each command with {@code prefix} before it. */
  record SessionStarter(List<String> prefix) implements ProcessStarter {
    private static final String PERL = "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV or die";

    static List<String> prefix(ProgramPath path) {
      return path.find("setsid")
          .map(program -> List.of(program.toString()))
          .or(() -> path.find("perl").map(program -> List.of(program.toString(), "-e", PERL)))
          .orElse(List.of());
    }

    @Override
    public Process start(Command command) throws IOException {
      List<String> words = new ArrayList<>(prefix);
      words.addAll(command.words());
      ProcessBuilder builder = new ProcessBuilder(words).directory(command.directory().toFile());
      command.environment().forEach((name, value) -> set(builder.environment(), name, value));
      return builder.start();
    }

    private static void set(Map<String, String> environment, String name, String value) {
      if (value.isEmpty()) {
        environment.remove(name);
      } else {
        environment.put(name, value);
      }
    }

    @Override
    public boolean leadsGroup() {
      return !prefix.isEmpty();
    }
  }
}
