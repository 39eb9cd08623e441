package dev.meridian.testing;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes GeoIP databases, as the vendors build them: IPv4 is at ::/96 of an IPv6 tree, and 6to4
 * (2002::/16) has the same nodes.
 *
 * @see <a href="https://maxmind.github.io/MaxMind-DB/">MaxMind DB file format</a>
 */
public final class GeoIpFile {
  private static final byte[] MARKER =
      "\u00ab\u00cd\u00efMaxMind.com".getBytes(StandardCharsets.ISO_8859_1);
  private static final int SEPARATOR = 16;
  private static final int IPV4_DEPTH = 96;
  private static final int EMPTY = -1;

  private final String type;
  private final int ipVersion;
  private final int recordSize;
  private final List<Network> networks = new ArrayList<>();

  /** The two records of each node: a node, EMPTY, or -2 minus the number of a network. */
  private final List<int[]> nodes = new ArrayList<>();

  private record Network(IPAddress block, Map<String, ?> data) {}

  /**
   * @param type such as GeoLite2-City
   * @param ipVersion 4 or 6
   * @param recordSize 24, 28, or 32 bits
   */
  public GeoIpFile(String type, int ipVersion, int recordSize) {
    this.type = type;
    this.ipVersion = ipVersion;
    this.recordSize = recordSize;
  }

  /** An IPv6 tree with records of 28 bits, which databases of cities have. */
  public GeoIpFile(String type) {
    this(type, 6, 28);
  }

  /**
   * Adds a network; a longer one in it takes precedence.
   *
   * @param data strings, doubles, floats, unsigned integers of 16 to 64 bits, and lists and maps of
   *     them
   */
  public GeoIpFile with(String block, Map<String, ?> data) {
    networks.add(new Network(new IPAddressString(block).getAddress(), data));
    return this;
  }

  /** The record of an address in a country, as all vendors have it. */
  public static Map<String, ?> country(String code) {
    return Map.of("country", Map.of("iso_code", code, "names", Map.of("en", "Country " + code)));
  }

  /** The record of an address in a city. */
  public static Map<String, ?> city(
      String country, String subdivision, double latitude, double longitude) {
    return Map.of(
        "city",
        Map.of("names", Map.of("en", "Somewhere")),
        "country",
        Map.of("iso_code", country, "geoname_id", 7),
        "location",
        Map.of("latitude", latitude, "longitude", longitude, "accuracy_radius", 20),
        "subdivisions",
        List.of(Map.of("iso_code", subdivision), Map.of("iso_code", "second")));
  }

  public Path write(Path file) throws IOException {
    return Files.write(file, bytes());
  }

  public byte[] bytes() {
    nodes.clear();
    nodes.add(new int[] {EMPTY, EMPTY});
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    int[] offsets = new int[networks.size()];
    List<Network> shortFirst = new ArrayList<>(networks);
    shortFirst.sort(Comparator.comparing(network -> network.block().getNetworkPrefixLength()));
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = data.size();
      write(shortFirst.get(i).data(), data);
      insert(bits(shortFirst.get(i).block()), -2 - i);
    }
    alias();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    nodes.forEach(node -> write(record(node[0], offsets), record(node[1], offsets), file));
    file.writeBytes(new byte[SEPARATOR]);
    file.writeBytes(data.toByteArray());
    file.writeBytes(MARKER);
    write(metadata(), file);
    return file.toByteArray();
  }

  private Map<String, ?> metadata() {
    return new TreeMap<>(
        Map.of(
            "binary_format_major_version",
            (short) 2,
            "binary_format_minor_version",
            (short) 0,
            "build_epoch",
            1_700_000_000L,
            "database_type",
            type,
            "description",
            Map.of("en", "A database for tests"),
            "ip_version",
            (short) ipVersion,
            "languages",
            List.of("en"),
            "node_count",
            nodes.size(),
            "record_size",
            (short) recordSize));
  }

  private boolean[] bits(IPAddress block) {
    int skipped = ipVersion == 6 && block.isIPv4() ? IPV4_DEPTH : 0;
    boolean[] bits = new boolean[skipped + block.getNetworkPrefixLength()];
    for (int i = skipped; i < bits.length; i++) {
      bits[i] = block.testBit(block.getBitCount() - 1 - (i - skipped));
    }
    return bits;
  }

  private void insert(boolean[] bits, int value) {
    int node = 0;
    for (int i = 0; i < bits.length - 1; i++) {
      int next = nodes.get(node)[bits[i] ? 1 : 0];
      if (next < 0) { // nothing, or a network around this one
        nodes.add(new int[] {next, next});
        next = nodes.size() - 1;
        nodes.get(node)[bits[i] ? 1 : 0] = next;
      }
      node = next;
    }
    nodes.get(node)[bits[bits.length - 1] ? 1 : 0] = value;
  }

  private void alias() {
    int ipv4 = 0;
    for (int i = 0; i < IPV4_DEPTH && ipv4 >= 0; i++) {
      ipv4 = nodes.get(ipv4)[0];
    }
    if (ipVersion == 6 && ipv4 >= 0) {
      insert(bits(new IPAddressString("2002::/16").getAddress()), ipv4);
    }
  }

  private long record(int value, int[] offsets) {
    if (value >= 0) {
      return value;
    }
    return value == EMPTY ? nodes.size() : nodes.size() + SEPARATOR + offsets[-2 - value];
  }

  private void write(long left, long right, ByteArrayOutputStream out) {
    if (recordSize == 28) {
      write(left & 0xffffff, 3, out);
      out.write((int) ((left >> 24) << 4 | right >> 24));
      write(right & 0xffffff, 3, out);
    } else {
      write(left, recordSize / Byte.SIZE, out);
      write(right, recordSize / Byte.SIZE, out);
    }
  }

  private static void write(long number, int bytes, ByteArrayOutputStream out) {
    for (int i = bytes - 1; i >= 0; i--) {
      out.write((int) (number >> (i * Byte.SIZE)));
    }
  }

  private static void write(Object value, ByteArrayOutputStream out) {
    if (value instanceof Map<?, ?> map) {
      control(7, map.size(), out);
      new TreeMap<>(map)
          .forEach(
              (key, field) -> {
                write(key, out);
                write(field, out);
              });
    } else if (value instanceof List<?> list) {
      control(11, list.size(), out);
      list.forEach(element -> write(element, out));
    } else if (value instanceof String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      control(2, utf8.length, out);
      out.writeBytes(utf8);
    } else if (value instanceof Double number) {
      control(3, Double.BYTES, out);
      out.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(number).array());
    } else if (value instanceof Float number) {
      control(15, Float.BYTES, out);
      out.writeBytes(ByteBuffer.allocate(Float.BYTES).putFloat(number).array());
    } else if (value instanceof Short number) {
      control(5, Short.BYTES, out);
      write(number, Short.BYTES, out);
    } else if (value instanceof Integer number) {
      control(6, Integer.BYTES, out);
      write(number, Integer.BYTES, out);
    } else if (value instanceof Long number) {
      control(9, Long.BYTES, out);
      write(number, Long.BYTES, out);
    } else {
      throw new IllegalArgumentException("no such type: " + value);
    }
  }

  /** The type and size of a field; types from 8 are in a second byte. */
  private static void control(int type, int size, ByteArrayOutputStream out) {
    int most = 28;
    int inByte = size <= most ? size : most + 1;
    out.write(type <= 7 ? type << 5 | inByte : inByte);
    if (type > 7) {
      out.write(type - 7);
    }
    if (size > most) {
      out.write(size - most - 1);
    }
  }
}
