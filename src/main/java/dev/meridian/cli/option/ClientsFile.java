package dev.meridian.cli.option;

import dev.meridian.declaration.DeclaredClient;
import dev.meridian.declaration.value.ClientReader;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.InputFile;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.resolve.client.Client;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads who asks from which addresses: rows such as {@code 198.51.100.0/24,DE}. Lines that begin
 * with # are comments.
 */
final class ClientsFile {
  /** About 400,000 blocks. */
  private static final int MAX_BYTES = 10 * InputFile.MEGABYTE;

  private final String file;
  private final ClientArguments arguments;
  private final LoadedPlan zone;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Map<IPAddress, Client> clients = new LinkedHashMap<>();

  private ClientsFile(Path file, ClientArguments arguments, LoadedPlan zone) {
    this.file = file.toString();
    this.arguments = arguments;
    this.zone = zone;
  }

  /**
   * The clients by block, in the order of the file.
   *
   * @param zone the zone that they ask, which can say who cannot ask it
   */
  static Map<IPAddress, Client> read(Path file, ClientArguments arguments, LoadedPlan zone)
      throws BadInput {
    ClientsFile reading = new ClientsFile(file, arguments, zone);
    TextLine.read(file, MAX_BYTES, reading.problems::add)
        .map(TextLine::of)
        .orElse(List.of())
        .stream()
        .forEach(line -> reading.row(line.number(), line.text()));
    if (!reading.problems.isEmpty()) {
      throw new BadInput(reading.problems);
    }
    return reading.clients;
  }

  private void row(int line, String text) {
    int comma = text.indexOf(',');
    if (comma < 0) {
      problem(
          at(line, 1), "the line has no comma", "write a block and a client: 198.51.100.0/24,DE");
      return;
    }
    String block = text.substring(0, comma).strip();
    IPAddress range = block(block);
    if (range == null) {
      problem(
          at(line, 1),
          "\"" + block + "\" is not a block of addresses",
          "write one such as 198.51.100.0/24 or 2001:db8::/48");
    } else if (clients.containsKey(range)) {
      problem(at(line, 1), "duplicate block " + block, "remove one of them");
    }
    int column = comma + 2;
    Optional<DeclaredClient> client =
        ClientReader.read(
            file,
            text.substring(comma + 1).strip(),
            problem ->
                problems.add(new Diagnostic(at(line, column), "", problem.what(), problem.fix())));
    if (client.isPresent()) {
      Client known = arguments.client(client.get());
      zone.refused(at(line, column), client.get(), known).ifPresent(problems::add);
      if (range != null) {
        clients.put(range, known);
      }
    }
  }

  private static @Nullable IPAddress block(String text) {
    IPAddress address = new IPAddressString(text).getAddress();
    return address == null || text.indexOf('*') >= 0 || text.indexOf('-') >= 0
        ? null
        : address.toPrefixBlock();
  }

  private SourceLocation at(int line, int column) {
    return new SourceLocation(file, line, column);
  }

  private void problem(SourceLocation at, String what, String fix) {
    problems.add(new Diagnostic(at, "", what, fix));
  }
}
