package dev.meridian.cli.option;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import inet.ipaddr.HostName;
import inet.ipaddr.HostNameException;
import java.net.InetSocketAddress;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --listen}: where a server is. Only this machine can reach it unless the user says so. */
public final class ListenOption {
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
    try {
      HostName host = new HostName(listen);
      host.validate();
      if (host.isAddress() && host.getPort() != null) {
        return new InetSocketAddress(host.asInetAddress(), host.getPort());
      }
    } catch (HostNameException e) {
      // The same as for a name.
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
