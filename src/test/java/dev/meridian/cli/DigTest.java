package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** BIND's dig, a client that shares no code with the server, asks {@code serve}. */
class DigTest {
  private static final String RECIPE = "examples/recipe.yaml";

  /** The questions of the recipe's validation, step 2, without the pauses. */
  private static final String STEP_2 =
      """
      # Test weighted routing
      for i in {1..5}; do
          echo "Query $i:"
          dig +short $SUBDOMAIN @8.8.8.8
      done

      # Test geolocation routing
      dig +short geo.$SUBDOMAIN @8.8.8.8

      # Test latency-based routing
      dig +short latency.$SUBDOMAIN @8.8.8.8

      # Test failover routing
      dig +short failover.$SUBDOMAIN @8.8.8.8

      # Test multivalue routing
      dig +short multivalue.$SUBDOMAIN @8.8.8.8
      """;

  /** What the recipe's monitor repeats in step 4. */
  private static final String STEP_4 =
      """
      echo "$(date): $(dig +short failover.$SUBDOMAIN @8.8.8.8)"
      """;

  private static final Pattern STAND_INS =
      Pattern.compile("(us-east-1|eu-west-1|ap-southeast-1) +(\\S.*)");

  @TempDir private Path folder;
  private Path health;
  private RunningServer server;
  private final Map<String, String> endpoints = new HashMap<>();

  @BeforeEach
  void start() throws IOException {
    Assumptions.assumeTrue(isOnPath("dig") && isOnPath("bash"), "dig or bash is not on the PATH");
    health = Files.writeString(folder.resolve("down"), "");
    server =
        new RunningServer(
            "-c", RECIPE, "--client", "DE", "--seed", "1", "--health", health.toString());
    while (endpoints.size() < 9) {
      Matcher row = STAND_INS.matcher(server.line());
      if (row.matches()) {
        List.of(row.group(2).split(", ")).forEach(one -> endpoints.put(one, row.group(1)));
      }
    }
  }

  @AfterEach
  void stop() throws Exception {
    if (server != null) {
      server.stop();
    }
  }

  private static boolean isOnPath(String program) {
    return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
        .anyMatch(entry -> Files.isExecutable(Path.of(entry, program)));
  }

  /** Runs lines of the recipe with this server instead of Google's. */
  private List<String> run(String lines) throws IOException, InterruptedException {
    return script(lines.replace("@8.8.8.8", "@127.0.0.1 -p " + server.port));
  }

  private List<String> dig(String arguments) throws IOException, InterruptedException {
    return script("dig @127.0.0.1 -p " + server.port + " +norecurse " + arguments);
  }

  private static List<String> script(String lines) throws IOException, InterruptedException {
    ProcessBuilder bash = new ProcessBuilder("bash", "-c", lines);
    bash.environment().put("SUBDOMAIN", "api.example.com");
    bash.environment().put("LC_ALL", "C");
    Process process = bash.redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return printed.lines().toList();
  }

  /** The endpoints that {@code resolve} predicts for the same client. */
  private static SortedSet<String> predicted(String name, String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of("resolve", name, "-c", RECIPE, "--from=DE"));
    words.addAll(List.of(more));
    words.add("--json");
    JsonNode read = new ObjectMapper().readTree(Run.of(words.toArray(String[]::new)).out());
    SortedSet<String> all = new TreeSet<>();
    for (JsonNode outcome : read.get("clients").get(0).get("outcomes")) {
      outcome.get("endpoints").forEach(endpoint -> all.add(endpoint.asText()));
    }
    return all;
  }

  @Test
  void theRecipesQuestionsGetTheAnswersThatAreThePrediction() throws Exception {
    List<String> printed = run(STEP_2);

    for (int i = 0; i < 5; i++) {
      assertThat(printed.get(2 * i)).isEqualTo("Query " + (i + 1) + ":");
      assertThat(predicted("api.example.com")).contains(endpoints.get(printed.get(2 * i + 1)));
    }
    List<String> rest = printed.subList(10, printed.size());
    assertThat(predicted("geo.api.example.com")).containsExactly(endpoints.get(rest.get(0)));
    assertThat(predicted("latency.api.example.com")).containsExactly(endpoints.get(rest.get(1)));
    assertThat(predicted("failover.api.example.com")).containsExactly(endpoints.get(rest.get(2)));
    List<String> several = rest.subList(3, rest.size());
    assertThat(several).hasSize(6).doesNotHaveDuplicates();
    assertThat(several.stream().map(endpoints::get).distinct().sorted())
        .containsExactlyElementsOf(predicted("multivalue.api.example.com"));
  }

  @Test
  void theRecipesMonitorShowsAFailover() throws Exception {
    assertThat(monitored()).isEqualTo(predicted("failover.api.example.com"));

    Files.writeString(health, "us-east-1\n");
    String line = server.line();
    while (!line.equals("From now on: us-east-1 down")) {
      line = server.line();
    }

    assertThat(monitored())
        .isEqualTo(predicted("failover.api.example.com", "--down", "us-east-1"))
        .containsExactly("eu-west-1");
  }

  private SortedSet<String> monitored() throws IOException, InterruptedException {
    String line = run(STEP_4).get(0);
    return new TreeSet<>(List.of(endpoints.get(line.substring(line.lastIndexOf(' ') + 1))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          geo.api.example.com +tcp                  | status: NOERROR
          geo.api.example.com +tcp                  | geo.api.example.com.\t60\tIN\tA\t192.0.2.4
          gEO.aPi.eXample.com                       | gEO.aPi.eXample.com.\t60\tIN\tA\t192.0.2.4
          geo.api.example.com +subnet=198.51.0.0/16 | ; CLIENT-SUBNET: 198.51.0.0/16/16
          api.example.com +subnet=198.51.100.0/24   | ; CLIENT-SUBNET: 198.51.100.0/24/0
          geo.api.example.com +nsid +bufsize=512    | ; EDNS: version: 0, flags:; udp: 1232
          geo.api.example.com +dnssec               | ; EDNS: version: 0, flags: do; udp: 1232
          geo.api.example.com +noedns               | ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 0
          geo.api.example.com +edns=1 +noednsneg    | status: BADVERS
          api.example.com ANY                       | HINFO\t"RFC8482" ""
          api.example.com ANY +notcp                | HINFO\t"RFC8482" ""
          example.com AXFR                          | ; Transfer failed.
          api.example.com +opcode=STATUS            | opcode: STATUS, status: NOTIMP
          api.example.com +opcode=15                | status: NOTIMP
          api.example.com -c CH                     | status: REFUSED
          nothing.example.com                       | status: NXDOMAIN
          nothing.example.com                       | example.com.\t\t900\tIN\tSOA
          api.example.com MX                        | status: NOERROR
          example.org                               | status: REFUSED
          """)
  void digUnderstandsEveryAnswer(String arguments, String words) throws Exception {
    List<String> printed = dig(arguments);

    assertThat(printed).anySatisfy(line -> assertThat(line).contains(words));
    assertThat(printed)
        .noneMatch(line -> line.startsWith(";; Warning") || line.contains("malformed"));
  }
}
