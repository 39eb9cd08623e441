package dev.meridian.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code docs/declaration.md} describes every key, and its examples work. */
class DocumentationTest {
  private static final Path PAGE = Path.of("docs/declaration.md");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern TOP_KEY = Pattern.compile("(?m)^[a-z-]+(?=:)");

  @TestFactory
  List<DynamicTest> everyExampleIsReadWithoutAProblem() throws IOException {
    List<String> examples = examples();
    List<DynamicTest> tests = new ArrayList<>();
    for (String example : examples) {
      String whole = example + missing(example, examples.get(0));
      String name = example.lines().findFirst().orElseThrow();
      tests.add(
          dynamicTest(name, () -> assertThat(ReadDeclaration.of(whole).problems()).isEmpty()));
    }
    return tests;
  }

  @Test
  void everyKeyIsDescribed() throws IOException {
    Stream<String> words =
        Arrays.stream(AllowedKeys.values()).flatMap(keys -> keys.names().stream());

    assertThat(codeWords(Files.readString(PAGE))).containsAll(words.toList());
  }

  @Test
  void everyTopKeyHasARow() throws IOException {
    String table = Files.readString(PAGE).split("\n## ", 2)[0];

    assertThat(AllowedKeys.DECLARATION.names())
        .allSatisfy(key -> assertThat(table).contains("`" + key));
  }

  private static Set<String> codeWords(String page) {
    return CODE.matcher(EXAMPLE.matcher(page).replaceAll(""))
        .results()
        .flatMap(span -> Arrays.stream(span.group(1).split("[^A-Za-z0-9_-]+")))
        .collect(Collectors.toSet());
  }

  private static List<String> examples() throws IOException {
    return EXAMPLE.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)).toList();
  }

  /** The parts of the first example whose keys {@code example} has not. */
  private static String missing(String example, String first) {
    List<String> present = TOP_KEY.matcher(example).results().map(MatchResult::group).toList();
    return Arrays.stream(first.split("\n(?=[a-z])"))
        .filter(part -> !present.contains(part.substring(0, part.indexOf(':'))))
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
