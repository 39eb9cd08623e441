package dev.meridian.rehearse;

import dev.meridian.aws.emulator.EmulatorFixtures.Network;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ids of placeholders for resources that a declaration adopts. The file is next to the states
 * of the rehearsal, so that further runs and {@code verify} use the same placeholders.
 */
final class PlaceholderFile {
  private static final String ZONE = "zone";
  private static final String NETWORK = "network.";
  private static final String OTHER_VPC = "private-network.";
  private static final String LEAVE_OUT = "leave-out";
  private static final String OURS = "local-aws";

  private final Path file;
  private final SortedMap<String, String> entries = new TreeMap<>();

  private PlaceholderFile(Path file) {
    this.file = file;
  }

  /** Reads the file in {@code folder}; empty if it does not exist. */
  static PlaceholderFile in(Path folder) throws IOException {
    PlaceholderFile placeholders = new PlaceholderFile(folder.resolve("stand-ins"));
    if (Files.exists(placeholders.file)) {
      Properties read = new Properties();
      try (Reader reader = Files.newBufferedReader(placeholders.file)) {
        read.load(reader);
      }
      read.stringPropertyNames()
          .forEach(name -> placeholders.entries.put(name, read.getProperty(name)));
    }
    return placeholders;
  }

  /** Stores how the deployment was changed; see {@link RehearsalDeployment}. */
  void note(RehearsalDeployment.Limits limits) throws IOException {
    entries.put(OURS, String.valueOf(limits.ours()));
    entries.put(LEAVE_OUT, String.valueOf(limits.leaveOut()));
    write();
  }

  RehearsalDeployment.Limits limits() {
    return new RehearsalDeployment.Limits(isSet(OURS), isSet(LEAVE_OUT));
  }

  private boolean isSet(String name) {
    return Boolean.parseBoolean(entries.get(name));
  }

  Optional<String> zone() {
    return Optional.ofNullable(entries.get(ZONE));
  }

  void zone(String id) throws IOException {
    entries.put(ZONE, id);
    write();
  }

  Optional<Network> network(String region) {
    return Optional.ofNullable(networks().get(region));
  }

  void network(String region, Network network) throws IOException {
    entries.put(
        NETWORK + region,
        Stream.concat(Stream.of(network.vpcId()), network.subnetIds().stream())
            .collect(Collectors.joining(" ")));
    write();
  }

  /** The VPC of a network of the private zone. */
  Optional<String> vpc(String network) {
    return Optional.ofNullable(entries.get(OTHER_VPC + network));
  }

  /**
   * Stores the VPC of a network of the private zone.
   *
   * @param made a VPC without subnets
   */
  void vpc(String network, Network made) throws IOException {
    entries.put(OTHER_VPC + network, made.vpcId());
    write();
  }

  /** By region. */
  SortedMap<String, Network> networks() {
    SortedMap<String, Network> networks = new TreeMap<>();
    entries.forEach(
        (name, text) -> {
          if (name.startsWith(NETWORK)) {
            networks.put(name.substring(NETWORK.length()), parse(text));
          }
        });
    return networks;
  }

  private static Network parse(String text) {
    List<String> ids = Arrays.asList(text.split(" "));
    return new Network(ids.get(0), List.copyOf(ids.subList(1, ids.size())));
  }

  private void write() throws IOException {
    Files.write(
        file, entries.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
  }

  void remove() throws IOException {
    Files.deleteIfExists(file);
    entries.clear();
  }
}
