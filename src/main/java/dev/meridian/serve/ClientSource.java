package dev.meridian.serve;

import dev.meridian.resolve.client.Client;
import java.net.InetAddress;

/** Where clients are. */
public interface ClientSource {

  /**
   * A client, and for which clients the same is true.
   *
   * @param prefix the number of bits of the address that decide where the client is; 0 if the
   *     address does not matter
   */
  record Located(Client client, int prefix) {}

  /**
   * The client with this address, which is always the same.
   *
   * @param prefix the number of bits that are known
   */
  Located locate(InetAddress address, int prefix);
}
