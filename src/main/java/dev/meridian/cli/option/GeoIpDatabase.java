package dev.meridian.cli.option;

import com.maxmind.db.CHMCache;
import com.maxmind.db.DatabaseRecord;
import com.maxmind.db.InvalidDatabaseException;
import com.maxmind.db.InvalidNetworkException;
import com.maxmind.db.MaxMindDbConstructor;
import com.maxmind.db.MaxMindDbParameter;
import com.maxmind.db.Networks;
import com.maxmind.db.Reader;
import dev.meridian.catalog.Countries;
import dev.meridian.catalog.UsStates;
import dev.meridian.declaration.DeclaredClient;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.GeoLocation;
import dev.meridian.resolve.client.Client;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where addresses are, from a database such as GeoLite2 or DB-IP. It is in memory, so the file can
 * be replaced at any time. Thread-safe.
 *
 * @see <a href="https://maxmind.github.io/MaxMind-DB/">MaxMind DB file format</a>
 * @see <a href="https://dev.maxmind.com/geoip/docs/databases/city-and-country/">Fields of City and
 *     Country databases</a>
 */
final class GeoIpDatabase {
  private static final int IPV4_BYTES = 4;
  private static final String ISO_CODE = "iso_code";
  private static final String US = "US";

  /** The user-assigned ISO 3166-1 code that databases have for addresses without a country. */
  private static final String NOWHERE = "ZZ";

  /** So many networks without a country show that the database has no countries. */
  private static final int SAMPLE = 10_000;

  private static final byte[] GZIP = {0x1f, (byte) 0x8b};

  private final Path file;
  private final Reader reader;
  private final ClientArguments arguments;

  /**
   * The fields of a record that matter here. Vendors use several types for them, so they are
   * checked when they are read. The others are skipped. Public for the reader, which creates it.
   */
  public record Entry(
      @Nullable Object country,
      @Nullable Object registered,
      @Nullable Object subdivisions,
      @Nullable Object location) {
    @MaxMindDbConstructor
    public Entry(
        @MaxMindDbParameter(name = "country") @Nullable Object country,
        @MaxMindDbParameter(name = "registered_country") @Nullable Object registered,
        @MaxMindDbParameter(name = "subdivisions") @Nullable Object subdivisions,
        @MaxMindDbParameter(name = "location") @Nullable Object location) {
      this.country = country;
      this.registered = registered;
      this.subdivisions = subdivisions;
      this.location = location;
    }

    /** The ISO 3166-1 code of the country of the address, or of its owner. */
    Optional<String> countryCode() {
      return code(country).or(() -> code(registered)).filter(code -> !code.equals(NOWHERE));
    }

    Optional<String> subdivisionCode() {
      return subdivisions instanceof List<?> all && !all.isEmpty()
          ? code(all.get(0))
          : Optional.empty();
    }

    Optional<DeclaredClient.Point> point() {
      if (location instanceof Map<?, ?> fields
          && fields.get("latitude") instanceof Number latitude
          && fields.get("longitude") instanceof Number longitude
          && Math.abs(latitude.doubleValue()) <= 90
          && Math.abs(longitude.doubleValue()) <= 180) {
        return Optional.of(
            new DeclaredClient.Point(latitude.doubleValue(), longitude.doubleValue()));
      }
      return Optional.empty();
    }

    private static Optional<String> code(@Nullable Object place) {
      return place instanceof Map<?, ?> fields && fields.get(ISO_CODE) instanceof String code
          ? Optional.of(code)
          : Optional.empty();
    }
  }

  /**
   * What the database has for an address.
   *
   * @param client empty if it does not say where the address is
   * @param prefix the length of the longest network around the address in which this is the same
   */
  record Found(Optional<Client> client, int prefix) {}

  private GeoIpDatabase(Path file, Reader reader, ClientArguments arguments) {
    this.file = file;
    this.reader = reader;
    this.arguments = arguments;
  }

  /**
   * Reads a database.
   *
   * @throws BadInput if the file is not one, or has no countries
   */
  static GeoIpDatabase read(Path file, ClientArguments arguments) throws BadInput {
    try {
      if (isCompressed(file)) {
        throw bad(file, "the file is compressed", "unpack it, and name the .mmdb file");
      }
      Reader reader = new Reader(file.toFile(), Reader.FileMode.MEMORY, new CHMCache());
      if (!hasCountries(reader)) {
        String type = reader.getMetadata().databaseType().replaceAll("[^ -~]", "?");
        throw bad(
            file,
            "the database has no countries; its type is \"" + type + "\"",
            "use one with countries, such as GeoLite2-Country or GeoLite2-City");
      }
      return new GeoIpDatabase(file, reader, arguments);
    } catch (InvalidDatabaseException | InvalidNetworkException | RuntimeException e) {
      throw bad(
          file,
          "the file is not a complete database in MaxMind's format",
          "name a file that ends in .mmdb, or download it again");
    } catch (IOException e) {
      throw bad(file, "the file cannot be read", "check its name");
    }
  }

  private static boolean isCompressed(Path file) throws IOException {
    try (InputStream start = Files.newInputStream(file)) {
      return Arrays.equals(start.readNBytes(GZIP.length), GZIP);
    }
  }

  private static boolean hasCountries(Reader reader) throws IOException, InvalidNetworkException {
    Networks<Entry> networks = reader.networks(Entry.class);
    for (int i = 0; i < SAMPLE && networks.hasNext(); i++) {
      if (networks.next().data().countryCode().isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static BadInput bad(Path file, String what, String fix) {
    return new BadInput(
        List.of(new Diagnostic(SourceLocation.wholeFile(file.toString()), "", what, fix)));
  }

  /**
   * The client with this address.
   *
   * @throws IllegalStateException if this part of the database is damaged
   */
  Found find(InetAddress address) {
    boolean ipv6 = address.getAddress().length > IPV4_BYTES;
    if (ipv6 && reader.getMetadata().ipVersion() == 4) {
      return new Found(Optional.empty(), 0);
    }
    try {
      DatabaseRecord<Entry> found = reader.getRecord(address, Entry.class);
      Entry entry = found.data();
      return new Found(
          entry == null ? Optional.empty() : client(entry), found.network().prefixLength());
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException(
          file + ": the database is damaged at " + address.getHostAddress(), e);
    }
  }

  private Optional<Client> client(Entry entry) {
    Optional<String> country = entry.countryCode();
    Optional<DeclaredClient.Point> point = entry.point();
    if (country.isEmpty() && point.isEmpty()) {
      return Optional.empty();
    }
    DeclaredClient declared = DeclaredClient.unknown("");
    Optional<GeoLocation> location = country.flatMap(code -> location(code, entry));
    if (location.isPresent()) {
      declared = declared.withLocation(location.get());
    }
    if (point.isPresent()) {
      declared = declared.withPoint(point.get());
    }
    Client client = arguments.client(declared);
    return Optional.of(location.isPresent() ? client : client.withCountry(country.orElse(null)));
  }

  /** Empty for a country without geolocation records in Route 53. */
  private static Optional<GeoLocation> location(String country, Entry entry) {
    if (Countries.byCode(country).isEmpty()) {
      return Optional.empty();
    }
    Optional<GeoLocation> state =
        entry
            .subdivisionCode()
            .filter(code -> country.equals(US) && UsStates.byCode(code).isPresent())
            .map(GeoLocation.UsState::new);
    return state.or(() -> Optional.of(new GeoLocation.Country(country)));
  }
}
