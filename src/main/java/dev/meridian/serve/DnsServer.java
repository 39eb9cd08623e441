package dev.meridian.serve;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.xbill.DNS.Rcode;

/**
 * A DNS server on UDP and TCP at the same address and port. TCP connections stay open for several
 * questions, which are answered in order.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7766">RFC 7766</a>, DNS over TCP
 */
public final class DnsServer implements AutoCloseable {
  /** So many connections at once; more are closed at once. */
  private static final int CONNECTIONS = 100;

  /** A connection without a question is closed after this time, in milliseconds. */
  private static final int IDLE = 10_000;

  /** The largest question over UDP. Questions are small, so more is not one. */
  private static final int LARGEST = 4096;

  /** How long the last answer can take after the server is closed, in milliseconds. */
  private static final int PATIENCE = 2000;

  /** How often a free port for both is looked for, because it is chosen for TCP first. */
  private static final int TRIES = 20;

  private final ServerSocket tcp;
  private final DatagramChannel udp;
  private final Responder responder;
  private final DatagramResponder datagrams;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Consumer<RuntimeException> faults;

  private DnsServer(
      ServerSocket tcp,
      DatagramChannel udp,
      Responder responder,
      DatagramResponder datagrams,
      Consumer<RuntimeException> faults) {
    this.tcp = tcp;
    this.udp = udp;
    this.responder = responder;
    this.datagrams = datagrams;
    this.faults = faults;
  }

  /**
   * Starts a server.
   *
   * @param address port 0 chooses a free one
   * @param faults gets defects of the server itself; the question is answered with SERVFAIL
   * @throws IOException if the address or the port cannot be used
   */
  public static DnsServer start(
      InetSocketAddress address,
      Served served,
      ClientSource clients,
      SplittableRandom random,
      Consumer<RuntimeException> faults)
      throws IOException {
    Responder responder = new Responder(served, clients, random.split());
    DatagramResponder datagrams = new DatagramResponder(responder, random);
    for (int i = 1; ; i++) {
      ServerSocket tcp = new ServerSocket();
      try {
        tcp.bind(address);
        InetSocketAddress both = (InetSocketAddress) tcp.getLocalSocketAddress();
        DnsServer server = new DnsServer(tcp, channel(both), responder, datagrams, faults);
        server.threads.add(thread("dns udp", server::answerDatagrams));
        server.threads.add(thread("dns tcp", server::acceptConnections));
        return server;
      } catch (IOException e) {
        tcp.close();
        if (address.getPort() != 0 || i == TRIES) {
          throw e;
        }
      }
    }
  }

  private static DatagramChannel channel(InetSocketAddress address) throws IOException {
    InetAddress local = address.getAddress();
    DatagramChannel channel =
        local instanceof Inet4Address && !local.isAnyLocalAddress()
            ? DatagramChannel.open(StandardProtocolFamily.INET)
            : DatagramChannel.open();
    try {
      return channel.bind(address);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** The address with the port that was chosen. */
  public InetSocketAddress address() {
    return (InetSocketAddress) tcp.getLocalSocketAddress();
  }

  /** From now on, answers from this. */
  public void serve(Served served) {
    responder.serve(served);
  }

  /** Waits until the server is closed, or for this time. Returns whether it is closed. */
  public boolean await(Duration time) throws InterruptedException {
    return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Allocates nothing, except what the JDK allocates for an address other than the last one. */
  private void answerDatagrams() {
    ByteBuffer received = ByteBuffer.allocateDirect(LARGEST);
    ByteBuffer sent = ByteBuffer.allocateDirect(Responder.UDP_SIZE);
    byte[] query = new byte[LARGEST];
    while (udp.isOpen()) {
      try {
        InetSocketAddress client = (InetSocketAddress) udp.receive(received.clear());
        int length = received.flip().remaining();
        received.get(query, 0, length);
        int size = respond(query, length, client.getAddress());
        if (size > 0) {
          udp.send(sent.clear().put(datagrams.answer(), 0, size).flip(), client);
        }
      } catch (IOException e) {
        // Closed, or a client that cannot be reached; the next one can.
      }
    }
  }

  private int respond(byte[] query, int length, InetAddress source) {
    try {
      return datagrams.respond(query, length, source);
    } catch (RuntimeException e) {
      faults.accept(e);
      byte[] failure = Responder.failure(query, Rcode.SERVFAIL);
      System.arraycopy(failure, 0, datagrams.answer(), 0, failure.length);
      return failure.length;
    }
  }

  private Optional<byte[]> respond(byte[] query, InetAddress source) {
    try {
      return responder.respond(query, source, true);
    } catch (RuntimeException e) {
      faults.accept(e);
      return Optional.of(Responder.failure(query, Rcode.SERVFAIL));
    }
  }

  private void acceptConnections() {
    while (!tcp.isClosed()) {
      try {
        Socket connection = tcp.accept();
        if (connections.size() >= CONNECTIONS) {
          connection.close();
        } else {
          connections.add(connection);
          thread("dns tcp connection", () -> answer(connection));
        }
      } catch (IOException e) {
        // Closed, or a client that is gone already.
      }
    }
  }

  private void answer(Socket connection) {
    try (connection) {
      connection.setSoTimeout(IDLE);
      connection.setTcpNoDelay(true);
      InetAddress source = connection.getInetAddress();
      DataInputStream in = new DataInputStream(connection.getInputStream());
      DataOutputStream out = new DataOutputStream(connection.getOutputStream());
      while (true) {
        byte[] query = in.readNBytes(in.readUnsignedShort());
        Optional<byte[]> answer = respond(query, source);
        if (answer.isEmpty()) {
          return;
        }
        byte[] framed = new byte[answer.get().length + 2];
        framed[0] = (byte) (answer.get().length >> Byte.SIZE);
        framed[1] = (byte) answer.get().length;
        System.arraycopy(answer.get(), 0, framed, 2, answer.get().length);
        out.write(framed); // both at once (RFC 7766, section 8)
      }
    } catch (IOException e) {
      // The client is gone, or asked nothing for too long.
    } finally {
      connections.remove(connection);
    }
  }

  /** Frees the port, and waits until the last answers are sent. */
  @Override
  public void close() {
    try {
      udp.close();
      tcp.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      // Nothing is lost.
    }
    for (Thread thread : threads) {
      try {
        thread.join(PATIENCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    closed.countDown();
  }
}
