package dev.meridian.cli.option;

import static dev.meridian.testing.GeoIpFile.city;
import static dev.meridian.testing.GeoIpFile.country;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.catalog.Countries;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.model.GeoLocation;
import dev.meridian.resolve.client.Client;
import dev.meridian.resolve.client.ClientLocator;
import dev.meridian.resolve.client.GeoPoint;
import dev.meridian.testing.GeoIpFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoIpDatabaseTest {
  private static final Map<String, Map<String, Double>> MEASURED =
      Map.of("US", Map.of("us-east-1", 12.0));

  @TempDir private Path folder;

  private GeoIpDatabase read(GeoIpFile file) throws BadInput, IOException {
    return GeoIpDatabase.read(
        file.write(folder.resolve("geo.mmdb")), new ClientArguments(MEASURED));
  }

  private static GeoIpDatabase.Found find(GeoIpDatabase database, String address)
      throws IOException {
    return database.find(InetAddress.getByName(address));
  }

  private static Client at(GeoLocation location) {
    return ClientLocator.at(Client.UNKNOWN, location);
  }

  @ParameterizedTest
  @CsvSource({"4, 24", "4, 28", "4, 32", "6, 24", "6, 28", "6, 32"})
  void everyKindOfTreeIsRead(int ipVersion, int recordSize) throws Exception {
    GeoIpDatabase database =
        read(
            new GeoIpFile("GeoLite2-Country", ipVersion, recordSize)
                .with("198.51.0.0/16", country("DE"))
                .with("198.51.100.128/25", country("FR"))
                .with("203.0.113.0/24", country("JP")));

    assertThat(find(database, "198.51.7.1").client()).contains(at(new GeoLocation.Country("DE")));
    assertThat(find(database, "198.51.100.200").client())
        .contains(at(new GeoLocation.Country("FR")));
    assertThat(find(database, "198.51.100.200").prefix()).isEqualTo(25);
    assertThat(find(database, "203.0.113.7").prefix()).isEqualTo(24);
    assertThat(find(database, "192.0.2.1").client()).isEmpty();
    assertThat(find(database, "2001:db8::1").client()).isEmpty();
  }

  @Test
  void ipv6HasNetworksOfItsOwnAndThoseOf6to4() throws Exception {
    GeoIpDatabase database =
        read(
            new GeoIpFile("GeoLite2-Country")
                .with("198.51.100.0/24", country("DE"))
                .with("2001:db8:1::/48", country("JP")));

    assertThat(find(database, "2001:db8:1::5").client())
        .contains(at(new GeoLocation.Country("JP")));
    assertThat(find(database, "2001:db8:1::5").prefix()).isEqualTo(48);
    assertThat(find(database, "2002:c633:6401::1").client())
        .contains(at(new GeoLocation.Country("DE")));
    assertThat(find(database, "2002:c633:6401::1").prefix()).isEqualTo(40);
  }

  @Test
  void aCityHasItsPointAndInTheUsItsState() throws Exception {
    GeoIpDatabase database =
        read(
            new GeoIpFile("GeoLite2-City")
                .with("192.0.2.0/24", city("US", "CA", 34.05, -118.24))
                .with("198.51.100.0/24", city("DE", "BY", 48.14, 11.58))
                .with("203.0.113.0/24", city("US", "AA", 1, 2)));

    assertThat(find(database, "192.0.2.1").client())
        .contains(
            at(new GeoLocation.UsState("CA"))
                .withPlace(new GeoPoint(34.05, -118.24))
                .withLatencies(MEASURED.get("US")));
    assertThat(find(database, "198.51.100.1").client())
        .contains(at(new GeoLocation.Country("DE")).withPlace(new GeoPoint(48.14, 11.58)));
    assertThat(find(database, "203.0.113.1").client().orElseThrow().usState()).isNull();
  }

  @Test
  void theCountryOfTheOwnerCountsIfThereIsNoOther() throws Exception {
    Map<String, ?> jp = Map.of("iso_code", "JP");
    Map<String, ?> de = Map.of("iso_code", "DE");
    GeoIpDatabase database =
        read(
            new GeoIpFile("GeoLite2-Country")
                .with("192.0.2.0/24", Map.of("country", de, "registered_country", jp))
                .with("198.51.100.0/24", Map.of("registered_country", jp))
                .with("203.0.113.0/24", Map.of("represented_country", jp)));

    assertThat(find(database, "192.0.2.1").client().orElseThrow().country()).isEqualTo("DE");
    assertThat(find(database, "198.51.100.1").client().orElseThrow().country()).isEqualTo("JP");
    assertThat(find(database, "203.0.113.1").client()).isEmpty();
  }

  @Test
  void unusualRecordsGiveWhatTheyHave() throws Exception {
    GeoIpDatabase database =
        read(
            new GeoIpFile("Other")
                .with("192.0.2.0/26", country("EH"))
                .with("192.0.2.64/26", country("ZZ"))
                .with("192.0.2.128/26", Map.of("country", "Germany", "subdivisions", List.of()))
                .with("192.0.2.192/26", Map.of("location", Map.of("latitude", 1f, "longitude", 2f)))
                .with("198.51.100.0/25", city("US", "CA", 91, 0))
                .with("198.51.100.128/25", country("DE")));

    assertThat(Countries.byCode("EH")).isEmpty();
    assertThat(find(database, "192.0.2.1").client()).contains(Client.UNKNOWN.withCountry("EH"));
    assertThat(find(database, "192.0.2.65").client()).isEmpty();
    assertThat(find(database, "192.0.2.129").client()).isEmpty();
    assertThat(find(database, "192.0.2.193").client())
        .contains(Client.UNKNOWN.withPlace(new GeoPoint(1, 2)));
    assertThat(find(database, "198.51.100.1").client())
        .contains(at(new GeoLocation.UsState("CA")).withLatencies(MEASURED.get("US")));
  }

  @Test
  void everyTruncatedFileIsRefused() throws IOException {
    byte[] whole = new GeoIpFile("GeoLite2-Country").with("192.0.2.0/24", country("DE")).bytes();
    for (int length = 0; length < whole.length; length++) {
      assertThat(problem(Arrays.copyOf(whole, length)))
          .as("%d octets", length)
          .contains("not a complete database");
    }
  }

  @Test
  void aFileWithoutItsBeginningIsRefused() throws IOException {
    byte[] whole = new GeoIpFile("GeoLite2-Country").with("192.0.2.0/24", country("DE")).bytes();
    for (int cut = 1; cut < whole.length; cut += 7) {
      assertThat(problem(Arrays.copyOfRange(whole, cut, whole.length)))
          .as("without %d octets", cut)
          .isNotEmpty();
    }
  }

  private String problem(byte[] file) throws IOException {
    return problem(Files.write(folder.resolve("bad.mmdb"), file));
  }

  private static String problem(Path file) {
    try {
      GeoIpDatabase.read(file, new ClientArguments(Map.of()));
      return "";
    } catch (BadInput e) {
      return e.problems().stream().map(Diagnostic::toString).toList().toString();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "country,code", "\u001f"})
  void otherFilesAreRefused(String text) throws IOException {
    assertThat(problem(text.getBytes(StandardCharsets.UTF_8)))
        .contains("bad.mmdb: the file is not a complete database in MaxMind's format");
  }

  @Test
  void aFileThatCannotBeReadIsRefused() {
    assertThat(problem(folder.resolve("none.mmdb"))).contains("the file cannot be read");
    assertThat(problem(folder)).contains("the file cannot be read");
  }

  @Test
  void aCompressedFileIsToBeUnpacked() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream compressed = new GZIPOutputStream(bytes)) {
      compressed.write(new GeoIpFile("City").with("192.0.2.0/24", country("DE")).bytes());
    }

    assertThat(problem(bytes.toByteArray())).contains("the file is compressed", "unpack it");
  }

  @Test
  void aDatabaseWithoutCountriesIsRefused() throws IOException {
    Map<String, ?> network = Map.of("autonomous_system_number", 64_496L);

    assertThat(problem(new GeoIpFile("GeoLite2-ASN").with("192.0.2.0/24", network).bytes()))
        .contains("the database has no countries; its type is \"GeoLite2-ASN\"");
    assertThat(problem(new GeoIpFile("Odd\u001btype").bytes())).contains("type is \"Odd?type\"");
  }

  @Test
  void damageThatIsFoundLaterIsNotTakenForAnUnknownAddress() throws Exception {
    byte[] bytes =
        new GeoIpFile("GeoLite2-Country")
            .with("1.0.0.0/24", country("DE"))
            .with("192.0.2.0/24", country("FR"))
            .bytes();
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[text.lastIndexOf("country") - 2] = 0; // a map becomes a type that does not exist
    GeoIpDatabase database =
        GeoIpDatabase.read(
            Files.write(folder.resolve("damaged.mmdb"), bytes), new ClientArguments(Map.of()));

    assertThat(find(database, "1.0.0.1").client()).isNotEqualTo(Optional.empty());
    assertThatThrownBy(() -> find(database, "192.0.2.1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("damaged.mmdb: the database is damaged at 192.0.2.1");
  }
}
