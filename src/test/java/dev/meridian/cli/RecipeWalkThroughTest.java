package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs every command of {@code docs/validate-the-recipe.md}, in its order, and README's drill. */
@Tag("drill")
class RecipeWalkThroughTest {
  private static final Path PAGE = Path.of("docs/validate-the-recipe.md");
  private static final String MERIDIAN = "./meridian ";
  private static final Pattern CONSOLE = Pattern.compile("(?ms)^```console\\n(.*?)^```$");
  private static final Pattern CLIENTS = Pattern.compile("(?ms)^```csv\\n(.*?)^```$");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\$ (.*(?:\\n> .*)*)\\n");
  private static final Pattern EVENT = Pattern.compile("(?m)^\\d+:\\d\\d  (?:\\S+ A: )?([^(\\n]*)");
  private static final Pattern FINDING = Pattern.compile("(?m)^FINDING .*$");
  private static final Pattern LATE = Pattern.compile("requests or probes were ([\\d.]+) s late");
  private static final Pattern ADDRESS = Pattern.compile("192\\.0\\.2\\.\\d");
  private static final Pattern COUNT = Pattern.compile(" *(\\d+) (\\S+)");

  /** The least time between predicted departure and recovery, in seconds of the scenario. */
  private static final double TOO_LATE = 20;

  /** Six standard deviations of the number of answers with one half's chance, in 1,000. */
  private static final int PLAUSIBLE = 95;

  /** Ends a wait for something that does not happen: at five lines each second, two minutes. */
  private static final int MANY_LINES = 600;

  @TempDir private static Path folder;
  private static Process bash;
  private static Writer input;
  private static BufferedReader output;
  private static RunningServer server;
  private static Run drill;
  private static boolean monitors;

  /** A command of a page, and what the page shows below it. */
  private record Step(String command, String shown) {
    private List<String> lines() {
      return shown.lines().toList();
    }
  }

  private static List<Step> steps(Path page) throws IOException {
    List<Step> steps = new ArrayList<>();
    for (MatchResult block : CONSOLE.matcher(Files.readString(page)).results().toList()) {
      String session = block.group(1);
      List<MatchResult> commands = COMMAND.matcher(session).results().toList();
      for (int i = 0; i < commands.size(); i++) {
        int end = i + 1 < commands.size() ? commands.get(i + 1).start() : session.length();
        String command = commands.get(i).group(1).replace("\n> ", "\n");
        steps.add(new Step(command, session.substring(commands.get(i).end(), end)));
      }
    }
    return steps;
  }

  @BeforeAll
  static void openTerminal() throws IOException {
    assumeThat(isOnPath("bash")).as("bash is on the PATH").isTrue();
    Matcher clients = CLIENTS.matcher(Files.readString(PAGE));
    assertThat(clients.find()).isTrue();
    Files.writeString(folder.resolve("clients.csv"), clients.group(1));
    Files.copy(Path.of("meridian.yaml"), folder.resolve("meridian.yaml"));
    ProcessBuilder builder = new ProcessBuilder("bash").directory(folder.toFile());
    builder.environment().put("LC_ALL", "C");
    bash = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    input = bash.outputWriter(StandardCharsets.UTF_8);
    output = bash.inputReader(StandardCharsets.UTF_8);
  }

  @AfterAll
  static void closeTerminals() throws Exception {
    if (bash != null) {
      input.write(monitors ? "\nkill $MONITOR_PID\nexit\n" : "\nexit\n");
      input.close();
      bash.waitFor();
    }
    if (server != null) {
      server.stop();
    }
  }

  private static boolean isOnPath(String program) {
    return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
        .anyMatch(entry -> Files.isExecutable(Path.of(entry, program)));
  }

  @TestFactory
  List<DynamicTest> everyCommandDoesWhatIsShown() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Step step : steps(PAGE)) {
      tests.add(dynamicTest(step.command(), () -> run(step)));
    }
    assertThat(tests).hasSizeGreaterThan(20);
    for (Step step : steps(Path.of("README.md"))) {
      if (step.command().startsWith(MERIDIAN + "drill ")) {
        tests.add(dynamicTest("README.md: " + step.command(), () -> run(step)));
      }
    }
    return tests;
  }

  private static void run(Step step) throws IOException {
    String command = step.command();
    if (command.startsWith(MERIDIAN + "serve ")) {
      serve(step);
    } else if (command.startsWith(MERIDIAN + "drill ") && !command.contains("--simulate")) {
      playsAsShown(step);
    } else if (command.startsWith(MERIDIAN)) {
      assertShown(Run.of(words(command)).out().replace(folder + "/", ""), step.shown());
    } else if (command.equals("cat drill.txt")) {
      assumeThat(drill).isNotNull();
      sameDrill(drill.out(), step.shown());
    } else {
      inTerminal(step);
    }
  }

  /** The words of a command of Meridian, with the files of this terminal. */
  private static String[] words(String command) {
    String[] words = command.substring(MERIDIAN.length()).replaceFirst(" > .*", "").split(" +");
    for (int i = 0; i < words.length; i++) {
      Path file = folder.resolve(words[i]);
      words[i] = Files.isRegularFile(file) ? file.toString() : words[i];
    }
    return words;
  }

  /** Each part between ellipses occurs, in order; without ellipses, there is nothing else. */
  private static void assertShown(String printed, String shown) {
    String[] parts = shown.split("(?m)^…\\n", -1);
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      pattern.append(i == 0 ? "" : ".*").append(Pattern.quote(parts[i]));
    }
    assertThat(printed).matches(Pattern.compile(pattern.toString(), Pattern.DOTALL));
  }

  private static void serve(Step step) throws IOException {
    List<String> options = new ArrayList<>(List.of(words(step.command())));
    options.remove(0);
    options.addAll(List.of("-c", "meridian.yaml"));
    server = new RunningServer(options.toArray(String[]::new));
    List<String> shown = step.lines();
    assertThat(shown.get(0)).isEqualTo("Serving example.com on 127.0.0.1:5353 (UDP and TCP)");
    for (String line : shown.subList(1, shown.size())) {
      assertThat(server.line()).isEqualTo(line);
    }
  }

  /** The page's drill is played once, and README's is the same one. */
  private static void playsAsShown(Step step) {
    String[] words = words(step.command());
    assertThat(words).containsExactly("drill", "--down", "us-east-1");
    if (drill == null) {
      drill = Run.of("drill", "--down", "us-east-1", "--speed", "20", "--seed", "1");
    }
    boolean progress = step.command().contains(" > ");
    sameDrill(progress ? drill.err() : drill.out(), step.shown());
    assertThat(drill.exitCode()).isOne();
  }

  /** Numbers of a real drill differ from run to run; a machine that was too busy has no result. */
  private static void sameDrill(String printed, String shown) {
    Optional<Double> late =
        LATE.matcher(drill.out()).results().map(m -> Double.valueOf(m.group(1))).findFirst();
    assumeThat(late.orElse(0.0)).as("seconds late").isLessThan(TOO_LATE);
    assertThat(found(EVENT, printed, 1)).isNotEmpty().containsAll(found(EVENT, shown, 1));
    assertThat(found(FINDING, printed, 0)).isEqualTo(found(FINDING, shown, 0));
  }

  private static List<String> found(Pattern pattern, String text, int group) {
    return pattern.matcher(text).results().map(m -> m.group(group).strip()).toList();
  }

  private static void inTerminal(Step step) throws IOException {
    String command = step.command();
    boolean asks = command.contains("dig ") || !step.shown().isEmpty();
    assumeThat(!asks || isOnPath("dig")).as("dig is on the PATH").isTrue();
    assumeThat(server != null || !command.contains("-p 5353")).as("serve runs").isTrue();
    String asked = command.replaceAll("sleep \\d+", "sleep 0.2");
    if (server != null) {
      asked = asked.replace("-p 5353", "-p " + server.port);
    }
    monitors |= command.startsWith("while true");
    if (!monitors) {
      assertAnswers(command, printed(asked), step.lines());
    } else if (command.startsWith("kill ")) {
      printed(asked + "\nwait"); // what the monitor has printed until it ends
      monitors = false;
    } else {
      send(asked);
      waitForTheLastOf(step.lines());
    }
  }

  private static void send(String command) throws IOException {
    input.write(command + "\n");
    input.flush();
  }

  /** The monitor prints until it shows the last address that the page shows. */
  private static void waitForTheLastOf(List<String> shown) throws IOException {
    if (shown.isEmpty()) {
      return;
    }
    String last = afterDate(shown.get(shown.size() - 1));
    String line = afterDate(output.readLine());
    for (int lines = 1; lines < MANY_LINES && !line.equals(last); lines++) {
      line = afterDate(output.readLine());
    }
    assertThat(line).isEqualTo(last);
  }

  private static String afterDate(String line) {
    return line.substring(line.lastIndexOf(' ') + 1);
  }

  private static List<String> printed(String command) throws IOException {
    send(command + "\necho the end");
    List<String> printed = new ArrayList<>();
    for (String line = output.readLine(); !line.equals("the end"); line = output.readLine()) {
      printed.add(line);
    }
    return printed;
  }

  private static void assertAnswers(String command, List<String> printed, List<String> shown) {
    if (command.endsWith("uniq -c")) {
      assertThat(printed).hasSameSizeAs(shown);
      for (int i = 0; i < shown.size(); i++) {
        Matcher is = COUNT.matcher(printed.get(i));
        Matcher was = COUNT.matcher(shown.get(i));
        assertThat(is.matches() && was.matches()).as(printed.get(i)).isTrue();
        assertThat(is.group(2)).isEqualTo(was.group(2));
        assertThat(Integer.parseInt(is.group(1)))
            .isCloseTo(Integer.parseInt(was.group(1)), within(2 * PLAUSIBLE));
      }
    } else if (command.startsWith("for i in")) {
      assertThat(withoutAddresses(printed)).isEqualTo(withoutAddresses(shown));
    } else {
      assertThat(printed).isEqualTo(shown);
    }
  }

  private static List<String> withoutAddresses(List<String> lines) {
    return lines.stream().map(line -> ADDRESS.matcher(line).replaceAll("ADDRESS")).toList();
  }
}
