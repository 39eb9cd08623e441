package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README.md and help say what the commands do. */
class ReadmeTest {
  private static final Path RECIPE = Path.of("meridian.yaml");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");
  private static final Pattern HELP_COMMAND = Pattern.compile("(?m)^  ([a-z-]+) +\\S.* [a-z]");

  /** What the launcher does itself. */
  private static final Set<String> LAUNCHER = Set.of("cdktf", "setup", "test", "help");

  private static String readme;
  private static List<String> yaml;
  private static List<String> printed;

  @TempDir private Path folder;

  @BeforeAll
  static void read() throws IOException {
    readme = Files.readString(Path.of("README.md"));
    yaml = blocks("yaml");
    printed = blocks("");
  }

  @Test
  void theFirstDeclarationIsValid() throws IOException {
    assertThat(validate(yaml.get(0)).exitCode()).isEqualTo(0);
  }

  @Test
  void theFirstChangeRewritesTwoLinesOfTheDnsStack() throws IOException {
    String recipe = Files.readString(RECIPE);
    String weights = line(recipe, "weighted:");
    String changed = recipe.replace(weights, line(yaml.get(1), "weighted:"));

    List<String> before = dnsStack("before", recipe);
    List<String> after = dnsStack("after", changed);

    assertThat(after).hasSameSizeAs(before);
    List<String> rewritten = new ArrayList<>(after);
    for (int i = before.size() - 1; i >= 0; i--) {
      if (after.get(i).equals(before.get(i))) {
        rewritten.remove(i);
      }
    }
    assertThat(rewritten).map(String::strip).containsExactly("weight = 40", "weight = 40");
  }

  @Test
  void theMessagesAreThoseThatAreShown() throws IOException {
    Run run = validate(yaml.get(2));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().replace(folder + "/", "")).isEqualTo(printed.get(0));
  }

  @Test
  void theCommandsPrintWhatIsShown() {
    List<String> sessions = blocks("console");

    assertThat(sessions).hasSize(2).allSatisfy(ReadmeTest::printsWhatIsShown);
  }

  /** Below the command stands all of its output, or its beginning and an ellipsis. */
  private static void printsWhatIsShown(String session) {
    String[] parts = session.split("\n", 2);
    String command = parts[0].replaceFirst("^\\$ \\./meridian ", "");
    String out = Run.of(command.split(" ")).out();
    if (parts[1].endsWith("…\n")) {
      assertThat(out).startsWith(parts[1].substring(0, parts[1].length() - 2));
    } else {
      assertThat(out).isEqualTo(parts[1]);
    }
  }

  @Test
  void everyLinkLeadsToAFile() {
    assertThat(LINK.matcher(readme).results().map(link -> link.group(1)))
        .filteredOn(link -> !link.contains("://"))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(Path.of(link)).exists());
  }

  @Test
  void helpNamesEveryCommandAndNoOther() throws IOException {
    String help = Files.readString(Path.of("help"));
    String commands = help.substring(help.indexOf("Declare\n"), help.indexOf("Options of"));
    Set<String> named = new TreeSet<>();
    HELP_COMMAND.matcher(commands).results().map(m -> m.group(1)).forEach(named::add);

    Set<String> known = new TreeSet<>(LAUNCHER);
    Commands.all()
        .getSubcommands()
        .forEach(
            (name, command) -> {
              if (!command.getCommandSpec().usageMessage().hidden()) {
                known.add(name);
              }
            });
    assertThat(named).isEqualTo(known);
  }

  private Run validate(String declaration) throws IOException {
    Path file = Files.writeString(folder.resolve("meridian.yaml"), declaration);
    return Run.of("validate", "--config", file.toString());
  }

  private List<String> dnsStack(String name, String declaration) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".yaml"), declaration);
    Path output = folder.resolve(name);
    Run run = Run.of("synth", "--config", file.toString(), "--output", output.toString());
    assertThat(run.exitCode()).as(run.err()).isEqualTo(0);
    return Files.readAllLines(output.resolve("stacks/storefront-production-dns/cdk.tf"));
  }

  private static String line(String text, String word) {
    return text.lines().filter(line -> line.contains(word)).findFirst().orElseThrow();
  }

  private static List<String> blocks(String language) {
    Matcher blocks = BLOCK.matcher(readme);
    List<MatchResult> found = blocks.results().filter(m -> m.group(1).equals(language)).toList();
    return found.stream().map(m -> m.group(2)).toList();
  }
}
