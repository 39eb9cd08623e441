package dev.meridian.cli.option;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** {@code --listen}: where a server is. Only this machine can reach it unless the user says so. */
public final class ListenOption {
  private static final Pattern ADDRESS_AND_PORT =
      Pattern.compile("\\[?([0-9A-Fa-f.:]+)]?:([0-9]{1,5})");
  private static final int LAST_PORT = 65_535;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS:PORT",
      defaultValue = "127.0.0.1:5353",
      description = "Where to listen; port 0 chooses a free one (default: ${DEFAULT-VALUE}).")
  private String listen;

  @Option(
      names = "--allow-remote",
      description = "Listen on an address that other machines can reach.")
  private boolean remote;

  /**
   * The address.
   *
   * @throws BadInput if it is not an address with a port, or if other machines could reach it
   */
  public InetSocketAddress address() throws BadInput {
    InetSocketAddress address = read();
    if (!address.getAddress().isLoopbackAddress() && !remote) {
      throw problem(
          "other machines could reach " + listen,
          "use 127.0.0.1 or ::1, or add --allow-remote if you want that");
    }
    return address;
  }

  private InetSocketAddress read() throws BadInput {
    Matcher parts = ADDRESS_AND_PORT.matcher(listen);
    if (parts.matches()) {
      IPAddress address = new IPAddressString(parts.group(1)).getAddress();
      int port = Integer.parseInt(parts.group(2));
      if (address != null && !address.isMultiple() && port <= LAST_PORT) {
        return new InetSocketAddress(address.toInetAddress(), port);
      }
    }
    throw problem(
        "\"" + listen + "\" is not an address with a port",
        "write one such as 127.0.0.1:5353 or [::1]:5353");
  }

  /** A problem with the option. */
  public BadInput problem(String what, String fix) {
    return new BadInput(
        List.of(new Diagnostic(SourceLocation.wholeFile("--listen"), "", what, fix)));
  }
}
