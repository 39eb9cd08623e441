package dev.meridian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The Java code of {@code docs/library.md} and {@code examples/library} compiles. */
class LibraryDocsTest {
  private static final Path PAGE = Path.of("docs/library.md");
  private static final Path EXAMPLE = Path.of("examples/library/src/main/java");
  private static final Pattern SNIPPET = Pattern.compile("(?s)```java\n(.*?)```");
  private static final Pattern CLASS = Pattern.compile("public final class (\\w+)");

  /** What a snippet that is not a whole file may take as given. */
  private static final String FRAME =
      """
      import com.hashicorp.cdktf.*;
      import com.hashicorp.cdktf.providers.aws.lb_target_group_attachment.*;
      import com.hashicorp.cdktf.providers.aws.provider.*;
      import com.hashicorp.cdktf.providers.aws.route53_record.*;
      import dev.meridian.builder.*;
      import dev.meridian.compile.*;
      import dev.meridian.compile.Compiler;
      import dev.meridian.declaration.Deployment;
      import dev.meridian.declaration.reader.DeploymentReader;
      import dev.meridian.diagnostic.*;
      import dev.meridian.model.RoutingPlan;
      import dev.meridian.stacks.*;
      import java.nio.file.Path;
      import java.time.Instant;
      import java.util.List;

      class Snippet {
        App app;
        Deployment deployment;
        MeridianStacks stacks;

        void run() {
      %s
        }
      }
      """;

  @TempDir private Path classes;

  @TestFactory
  List<DynamicTest> everySnippetOfThePageCompiles() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    SNIPPET
        .matcher(Files.readString(PAGE))
        .results()
        .map(match -> match.group(1))
        .forEach(
            snippet ->
                tests.add(
                    dynamicTest(
                        snippet.lines().findFirst().orElseThrow(),
                        () -> assertThat(errors(List.of(source(snippet)))).isEmpty())));
    assertThat(tests).hasSizeGreaterThan(5);
    return tests;
  }

  @Test
  void theExampleProjectCompiles() throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(EXAMPLE)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        String name = EXAMPLE.relativize(file).toString().replace('\\', '/');
        sources.add(new Source(name, Files.readString(file)));
      }
    }

    assertThat(sources).hasSize(3);
    assertThat(errors(sources)).isEmpty();
  }

  private static JavaFileObject source(String snippet) {
    return CLASS
        .matcher(snippet)
        .results()
        .findFirst()
        .map(match -> new Source(match.group(1) + ".java", snippet))
        .orElseGet(() -> new Source("Snippet.java", FRAME.formatted(snippet)));
  }

  private List<String> errors(List<JavaFileObject> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-classpath",
            System.getProperty("java.class.path"),
            "-d",
            classes.toString(),
            "--release",
            "17",
            "-proc:none");
    compiler.getTask(null, null, found, options, null, sources).call();
    return found.getDiagnostics().stream()
        .map(d -> d.getLineNumber() + ": " + d.getMessage(Locale.ROOT))
        .toList();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("memory:///" + name), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
