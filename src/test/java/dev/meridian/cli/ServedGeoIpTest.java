package dev.meridian.cli;

import static dev.meridian.testing.GeoIpFile.city;
import static dev.meridian.testing.GeoIpFile.country;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.testing.GeoIpFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.ClientSubnetOption;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Who asks, according to a GeoIP database. */
class ServedGeoIpTest {
  private static final String DECLARATION =
      """
      application: shop
      environment: test
      zone: {name: example.com, id: Z0123456789ABC}
      state: {backend: local}
      health-check: none
      regions: {us-east-1: {}, us-west-2: {}}
      endpoints:
        germany: {addresses: [203.0.113.1]}
        california: {addresses: [203.0.113.2]}
        america: {addresses: [203.0.113.3]}
        other: {addresses: [203.0.113.4]}
      names:
        geo: {geolocation: {DE: germany, US-CA: california, US: america, default: other}}
        fast: {latency: [us-east-1, us-west-2]}
        www: {simple: germany}
      """;
  private static final String BY_ADDRESS =
      """
        cidr: {ip-based: {collection: carriers, locations: {office: germany, default: other}}}
      cidr-collections: {carriers: {office: [198.51.100.0/24]}}
      """;

  @TempDir private Path folder;
  private RunningServer server;

  private void serve(String declaration, GeoIpFile database, String... more) throws IOException {
    Path declared = Files.writeString(folder.resolve("meridian.yaml"), declaration);
    Path file = database.write(folder.resolve("geo.mmdb"));
    List<String> all = new ArrayList<>();
    all.addAll(List.of("-c", declared.toString(), "--geoip", file.toString()));
    all.addAll(List.of("--address", "us-east-1=127.0.1.1", "--address", "us-west-2=127.0.1.2"));
    all.addAll(List.of(more));
    server = new RunningServer(all.toArray(String[]::new));
    Files.delete(file); // it is in memory
  }

  @AfterEach
  void stop() throws Exception {
    if (server != null) {
      server.stop();
    }
  }

  private Message ask(String name, String subnet) throws IOException {
    SimpleResolver resolver =
        new SimpleResolver(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port));
    Message question =
        Message.newQuery(Record.newRecord(Name.fromString(name + "."), Type.A, DClass.IN));
    String[] block = subnet.split("/");
    ClientSubnetOption option =
        new ClientSubnetOption(Integer.parseInt(block[1]), InetAddress.getByName(block[0]));
    question.addRecord(new OPTRecord(1232, 0, 0, 0, option), Section.ADDITIONAL);
    return resolver.send(question);
  }

  /** The values, and the scope after a slash. */
  private String answer(String name, String subnet) throws IOException {
    Message answer = ask(name + ".example.com", subnet);
    ClientSubnetOption option =
        (ClientSubnetOption) answer.getOPT().getOptions(EDNSOption.Code.CLIENT_SUBNET).get(0);
    List<String> values =
        answer.getSection(Section.ANSWER).stream().map(Record::rdataToString).toList();
    return String.join(" ", values) + "/" + option.getScopePrefixLength();
  }

  @Test
  void theCountryDecides() throws IOException {
    serve(
        DECLARATION,
        new GeoIpFile("GeoLite2-Country")
            .with("198.51.100.0/24", country("DE"))
            .with("203.0.112.0/20", country("US"))
            .with("2001:db8:1::/48", country("DE")));

    assertThat(answer("geo", "198.51.100.0/24")).isEqualTo("203.0.113.1/24");
    assertThat(answer("geo", "203.0.113.0/24")).isEqualTo("203.0.113.3/20");
    assertThat(answer("geo", "2001:db8:1::/56")).isEqualTo("203.0.113.1/48");
    assertThat(answer("geo", "192.0.2.0/24")).startsWith("203.0.113.4/");
    assertThat(answer("www", "198.51.100.0/24")).isEqualTo("203.0.113.1/0");
  }

  @Test
  void aCityDecidesByItsStateAndItsPoint() throws IOException {
    serve(
        DECLARATION,
        new GeoIpFile("GeoLite2-City")
            .with("198.51.100.0/24", city("US", "CA", 34.05, -118.24))
            .with("203.0.113.0/25", city("US", "NY", 40.71, -74.01))
            .with("203.0.113.128/25", city("US", "NY", 40.71, -74.01)));

    assertThat(answer("geo", "198.51.100.0/24")).isEqualTo("203.0.113.2/24");
    assertThat(answer("geo", "203.0.113.0/24")).isEqualTo("203.0.113.3/24");
    assertThat(answer("fast", "198.51.100.0/24")).isEqualTo("127.0.1.2/24");
    assertThat(answer("fast", "203.0.113.0/24")).isEqualTo("127.0.1.1/24");
  }

  @Test
  void blocksOfTheFileTakePrecedenceAndTheClientIsForTheRest() throws IOException {
    Path clients = Files.writeString(folder.resolve("clients.csv"), "198.51.100.0/25,US-CA\n");
    serve(
        DECLARATION,
        new GeoIpFile("GeoLite2-Country").with("198.51.0.0/16", country("DE")),
        "--clients",
        clients.toString(),
        "--client",
        "US");

    assertThat(answer("geo", "198.51.100.0/25")).startsWith("203.0.113.2/");
    assertThat(answer("geo", "198.51.101.0/24")).isEqualTo("203.0.113.1/24");
    assertThat(answer("geo", "192.0.2.0/24")).startsWith("203.0.113.3/");
  }

  @Test
  void theScopeIsNotWiderThanWhatIpBasedRoutingNeeds() throws IOException {
    serve(
        DECLARATION + BY_ADDRESS,
        new GeoIpFile("GeoLite2-Country").with("198.51.0.0/16", country("DE")));

    assertThat(answer("cidr", "198.51.100.0/24")).isEqualTo("203.0.113.1/24");
    assertThat(answer("cidr", "198.51.101.0/24")).isEqualTo("203.0.113.4/24");
  }

  @Test
  void theExampleInTheDocumentationWorks() throws IOException {
    String page = Files.readString(Path.of("docs/serve.md"));
    Matcher example =
        Pattern.compile(
                """
                [ ]+./meridian serve --geoip (\\S+\\.mmdb)
                [ ]+dig @127\\.0\\.0\\.1 -p 5353 (\\S+) \\+subnet=(\\S+)
                """)
            .matcher(page);
    assertThat(example.find()).isTrue();
    Path database =
        new GeoIpFile("GeoLite2-City")
            .with("8.8.8.0/24", city("US", "CA", 37.4, -122.08))
            .write(folder.resolve(example.group(1)));
    server = new RunningServer("-c", "meridian.yaml", "--geoip", database.toString());

    assertThat(ask(example.group(2), example.group(3)).getSection(Section.ANSWER)).isNotEmpty();
  }

  @Test
  void badInputIsRefusedWithAFix() throws IOException {
    Map<String, ?> network = Map.of("autonomous_system_number", 64_496);
    Path asn =
        new GeoIpFile("GeoLite2-ASN").with("192.0.2.0/24", network).write(folder.resolve("a.mmdb"));
    for (Map.Entry<String, String> bad :
        Map.of(
                folder + "/none.mmdb",
                "none.mmdb: the file cannot be read",
                "meridian.yaml",
                "meridian.yaml: the file is not a complete database",
                asn.toString(),
                "a.mmdb: the database has no countries")
            .entrySet()) {
      Run run = Run.of("serve", "-c", "meridian.yaml", "--geoip", bad.getKey());

      assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
      assertThat(run.err()).contains(bad.getValue(), "fix: ");
    }
  }
}
