package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.ClientSubnetOption;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

@Timeout(300) // a line that is never printed must not stop everything
class ServeCommandTest {
  private static final String DECLARATION =
      """
      application: shop
      environment: test
      zone: {name: example.com, id: Z0123456789ABC}
      state: {backend: local}
      health-check: {protocol: HTTP}
      regions: {us-east-1: {}, eu-west-1: {}}
      endpoints:
        berlin: {addresses: [203.0.113.1]}
      names:
        geo: {geolocation: {DE: eu-west-1, default: us-east-1}}
        www: {failover: {primary: us-east-1, secondary: berlin}}
      """;

  @TempDir private Path folder;
  private @Nullable RunningServer server;
  private SimpleResolver resolver;

  private Path declaration() throws IOException {
    return Files.writeString(folder.resolve("meridian.yaml"), DECLARATION);
  }

  private void serve(String... more) throws IOException {
    List<String> all = new ArrayList<>(List.of("-c", declaration().toString()));
    all.addAll(List.of(more));
    serveWith(all.toArray(String[]::new));
  }

  private void serveWith(String... options) throws IOException {
    server = new RunningServer(options);
    resolver =
        new SimpleResolver(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port));
  }

  @AfterEach
  void stop() throws Exception {
    if (server != null) {
      server.stop();
    }
  }

  private List<String> ask(String name) throws IOException {
    return values(send(name));
  }

  private Message send(String name) throws IOException {
    return resolver.send(question(name));
  }

  private static Message question(String name) throws IOException {
    return Message.newQuery(Record.newRecord(Name.fromString(name + "."), Type.A, DClass.IN));
  }

  private static List<String> values(Message answer) {
    return answer.getSection(Section.ANSWER).stream().map(Record::rdataToString).toList();
  }

  @Test
  void everyEndpointWithoutAnAddressHasAStandInThatIsPrinted() throws IOException {
    serve();

    assertThat(server.line())
        .isEqualTo(
            "These addresses are known only after deployment, so the answers have stand-ins:");
    assertThat(server.line()).isEqualTo("endpoint   addresses");
    assertThat(server.line()).isEqualTo("eu-west-1  192.0.2.1");
    assertThat(server.line()).isEqualTo("us-east-1  192.0.2.2");
    assertThat(ask("www.example.com")).containsExactly("192.0.2.2");
  }

  @Test
  void theExamplesInTheDocumentationWork() throws IOException {
    String page = Files.readString(Path.of("docs/serve.md"));
    Files.writeString(
        folder.resolve("clients.csv"),
        page.substring(
            page.indexOf("# block,client"), page.indexOf("```", page.indexOf("# block"))));
    serveWith("-c", "meridian.yaml", "--client", "DE", "--clients", folder + "/clients.csv");
    StringBuilder printed = new StringBuilder();
    while (printed.indexOf("us-east-1") < 0) {
      printed.append(server.line()).append('\n');
    }

    assertThat(page).contains("127.0.0.1:5353 (UDP and TCP)\n" + printed + "```");
    List<String> digs =
        page.lines().filter(line -> line.startsWith("    dig @127.0.0.1 -p 5353 ")).toList();
    assertThat(digs).hasSize(6);
    for (String dig : digs) {
      String name = dig.strip().split(" ")[4];
      Matcher subnet = Pattern.compile("\\+subnet=([0-9.]+)").matcher(dig);
      Message answer = subnet.find() ? located(name, subnet.group(1)) : send(name);
      assertThat(answer.getRcode())
          .as(dig)
          .isEqualTo(name.startsWith("nothing") ? Rcode.NXDOMAIN : Rcode.NOERROR);
    }
  }

  @Test
  void anAddressCanBeChosen() throws IOException {
    serve("--address", "us-east-1=127.0.1.1");

    assertThat(ask("www.example.com")).containsExactly("127.0.1.1");
  }

  @Test
  void whatIsDownIsNotAnsweredWith() throws IOException {
    serve("--down", "us-east-1");

    assertThat(server.line()).isEqualTo("us-east-1 down");
    assertThat(ask("www.example.com")).containsExactly("203.0.113.1");
  }

  @Test
  void answersFollowAFileWithWhatIsDown() throws IOException {
    Path health = Files.writeString(folder.resolve("down"), "# nothing\n");
    serve("--health", health.toString());
    untilPrinted("us-east-1  192");
    assertThat(ask("www.example.com")).containsExactly("192.0.2.2");

    Files.writeString(health, "us-east-1\n");
    untilPrinted("From now on: us-east-1 down");
    assertThat(ask("www.example.com")).containsExactly("203.0.113.1");

    Files.writeString(health, "\n");
    untilPrinted("From now on: nothing is down");
    assertThat(ask("www.example.com")).containsExactly("192.0.2.2");
  }

  @Test
  void eventsAreJsonInOneLineEach() throws IOException {
    Path health = Files.writeString(folder.resolve("down"), "");
    serve("--json", "--health", health.toString());

    assertThat(server.first)
        .matches("\\{\"time\": \"[0-9T:.-]+Z\",\"event\": \"serving\",.*}")
        .contains("\"zone\": \"example.com\"", "\"us-east-1\": [\"192.0.2.2\"]");
    Files.writeString(health, "us-east-1\n");
    untilPrinted("\"event\": \"down\",\"down\": [\"us-east-1\"]}");
  }

  @Test
  void checksOfUnknownAddressesAreNotProbed() throws IOException {
    serve("--probe");

    untilPrinted("Not probed, because the address is known only after deployment");
    assertThat(ask("www.example.com")).containsExactly("192.0.2.2");
  }

  @Tag("drill")
  @Test
  void answersFollowRealProbes() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort(); // nothing listens there any more
    }
    Path file =
        Files.writeString(
            folder.resolve("probed.yaml"),
            DECLARATION
                .replace("secondary: berlin", "secondary: {to: berlin, health-check: none}")
                .replace(
                    "{protocol: HTTP}",
                    "{protocol: TCP, port: " + port + ", interval: 10, failure-threshold: 1}"));
    serveWith("-c", file.toString(), "--probe", "--address", "us-east-1=127.0.0.1");
    untilPrinted("Probing 1 health check.");
    assertThat(ask("www.example.com")).containsExactly("127.0.0.1");

    untilPrinted("the probes of health check us-east-1 fail: 2 of 16 checkers say healthy");
    assertEventually("203.0.113.1");
  }

  /** The server changes its answers a moment after it says so. */
  private void assertEventually(String address) throws IOException {
    List<String> answer = ask("www.example.com");
    while (!answer.equals(List.of(address))) {
      answer = ask("www.example.com");
    }
  }

  private void untilPrinted(String words) throws IOException {
    String line = server.line();
    while (line != null && !line.contains(words)) {
      line = server.line();
    }
    assertThat(line).contains(words);
  }

  @Test
  void clientsAreWhereTheFileSays() throws IOException {
    Path clients =
        Files.writeString(
            folder.resolve("clients.csv"),
            """
            # block,client
            198.51.100.0/24,DE
            198.51.0.0/16,US-CA
            """);
    serve("--clients", clients.toString(), "--client", "DE");

    assertThat(ask("geo.example.com")).containsExactly("192.0.2.1");
    assertThat(from("198.51.100.0")).containsExactly("192.0.2.1");
    assertThat(from("198.51.99.0")).containsExactly("192.0.2.2");
    assertThat(from("203.0.113.0")).containsExactly("192.0.2.1");
  }

  private List<String> from(String subnet) throws IOException {
    return values(located("geo.example.com", subnet));
  }

  private Message located(String name, String subnet) throws IOException {
    Message question = question(name);
    question.addRecord(
        new OPTRecord(1232, 0, 0, 0, new ClientSubnetOption(24, InetAddress.getByName(subnet))),
        Section.ADDITIONAL);
    return resolver.send(question);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --listen 0.0.0.0:0           | other machines could reach 0.0.0.0:0
          --listen example.com:53      | "example.com:53" is not an address with a port
          --listen 127.0.0.1:70000     | "127.0.0.1:70000" is not an address with a port
          --address berlin=127.0.0.1   | no endpoint "berlin" needs a stand-in address
          --address us-east-1          | "us-east-1" has no address
          --down tokyo                 | no endpoint or health check is named "tokyo"
          --client Atlantis            | "Atlantis"
          --clients {}/none.csv        | the file cannot be read
          --health {}/none             | none: the file cannot be read
          --health {}/meridian.yaml    | meridian.yaml:1:1: no endpoint or health check is named
          """)
  void badInputIsRefusedWithAFix(String options, String words) throws IOException {
    List<String> all = new ArrayList<>(List.of("serve", "-c", declaration().toString()));
    all.addAll(List.of(options.replace("{}", folder.toString()).split(" ")));
    Run run = Run.of(all.toArray(String[]::new));

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
    assertThat(run.err()).contains(words, "fix: ");
  }

  @Test
  void everyProblemOfTheClientsFileIsReported() throws IOException {
    Path clients =
        Files.writeString(
            folder.resolve("clients.csv"), "nothing\n300.1.2.3/8,DE\n192.0.2.0/24,Atlantis\n");
    Run run = Run.of("serve", "-c", declaration().toString(), "--clients", clients.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "clients.csv:1:1: the line has no comma",
            "clients.csv:2:1: \"300.1.2.3/8\" is not a block",
            "clients.csv:3:14: ");
  }

  @Test
  void aPortInUseIsRefusedWithAFix() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Run run =
          Run.of(
              "serve",
              "-c",
              declaration().toString(),
              "--listen",
              "127.0.0.1:" + taken.getLocalPort());

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("cannot listen on 127.0.0.1:" + taken.getLocalPort());
    }
  }
}
