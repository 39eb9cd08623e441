package dev.meridian.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.resolve.Outage;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.client.Client;
import dev.meridian.testing.ReadDeclaration;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/** Real sockets on the loopback interface. */
class DnsServerTest {
  private static final String DECLARATION =
      """
      application: shop
      environment: test
      zone: {name: example.com, id: Z0123456789ABC}
      state: {backend: local}
      health-check: {protocol: HTTP}
      endpoints:
        berlin: {addresses: [203.0.113.1]}
        paris: {addresses: [203.0.113.2]}
      names:
        www: {failover: {primary: berlin, secondary: paris}}
      """;

  private final List<RuntimeException> faults = new ArrayList<>();
  private final Asking zone =
      new Asking(ReadDeclaration.good(DECLARATION), Client.UNKNOWN, List.of());
  private DnsServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        DnsServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            zone.served,
            (address, prefix) -> new ClientSource.Located(Client.UNKNOWN, prefix),
            new SplittableRandom(1),
            faults::add);
  }

  @AfterEach
  void stop() {
    server.close();
    assertThat(faults).isEmpty();
  }

  private Message udp() throws IOException {
    byte[] query = Asking.question("www.example.com", Type.A).toWire();
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(new DatagramPacket(query, query.length, server.address()));
      DatagramPacket answer = new DatagramPacket(new byte[4096], 4096);
      socket.receive(answer);
      return new Message(Arrays.copyOf(answer.getData(), answer.getLength()));
    }
  }

  @Test
  void udpAndTcpAnswerAtTheSamePort() throws IOException {
    assertThat(Asking.answer(udp())).containsExactly("A 203.0.113.1");
    assertThat(Asking.answer(pipelined(1).get(0))).containsExactly("A 203.0.113.1");
  }

  @Test
  void severalQuestionsInOneConnectionAreAllAnswered() throws IOException {
    List<Message> answers = pipelined(50);

    assertThat(answers).hasSize(50);
    for (int i = 0; i < 50; i++) {
      assertThat(answers.get(i).getHeader().getID()).isEqualTo(i);
      assertThat(answers.get(i).getRcode()).isEqualTo(Rcode.NOERROR);
    }
  }

  /** Sends all questions before it reads an answer. */
  private List<Message> pipelined(int questions) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < questions; i++) {
      Message question = Asking.question("www.example.com", Type.A);
      question.getHeader().setID(i);
      byte[] query = question.toWire();
      new DataOutputStream(all).writeShort(query.length);
      all.write(query);
    }
    List<Message> answers = new ArrayList<>();
    try (Socket socket = connected()) {
      socket.getOutputStream().write(all.toByteArray());
      DataInputStream in = new DataInputStream(socket.getInputStream());
      for (int i = 0; i < questions; i++) {
        answers.add(new Message(in.readNBytes(in.readUnsignedShort())));
      }
    }
    return answers;
  }

  private Socket connected() throws IOException {
    return new Socket(server.address().getAddress(), server.address().getPort());
  }

  @Test
  void aConnectionThatSendsNoQuestionIsClosed() throws IOException {
    try (Socket socket = connected()) {
      socket.getOutputStream().write(new byte[] {0, 3, 1, 2, 3});
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
    assertThat(Asking.answer(udp())).hasSize(1);
  }

  @Test
  void aPacketThatIsNoQuestionChangesNothing() throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(new DatagramPacket(new byte[] {1, 2, 3}, 3, server.address()));
      socket.send(new DatagramPacket(new byte[0], 0, server.address()));
    }

    assertThat(Asking.answer(udp())).hasSize(1);
  }

  @Test
  void answersFollowTheHealthOfEndpoints() throws IOException {
    OutageModel model = OutageModel.of(zone.plan);
    Outage outage = model.down(List.of("203.0.113.1"));
    server.serve(zone.served.with(outage, model.health(outage)));

    assertThat(Asking.answer(udp())).containsExactly("A 203.0.113.2");

    server.serve(zone.served);
    assertThat(Asking.answer(udp())).containsExactly("A 203.0.113.1");
  }

  @Test
  void aClosedServerCannotBeReached() throws Exception {
    server.close();
    assertThat(server.await(Duration.ZERO)).isTrue();

    assertThatThrownBy(this::connected).isInstanceOf(ConnectException.class);
  }
}
