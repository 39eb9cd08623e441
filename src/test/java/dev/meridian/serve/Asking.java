package dev.meridian.serve;

import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.model.RoutingPlan;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.client.Client;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.xbill.DNS.ClientSubnetOption;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Questions to a {@link Responder}, in wire format and back. */
final class Asking {
  static final InetAddress SOMEWHERE = address("198.51.100.7");

  final RoutingPlan plan;
  final Served served;
  final Responder responder;
  private final DatagramResponder datagrams;

  Asking(Deployment deployment, Client client, List<String> down) {
    this(deployment, (address, prefix) -> new ClientSource.Located(client, prefix), down);
  }

  Asking(Deployment deployment, ClientSource clients, List<String> down) {
    plan = Compiler.compile(deployment).orThrow();
    OutageModel model = OutageModel.of(plan);
    Outage outage = model.down(down);
    HealthState health = model.health(outage);
    served =
        new Served(plan.zone(), Resolver.of(plan), StandIns.of(plan, Map.of()), outage, health);
    responder = new Responder(served, clients, new SplittableRandom(1));
    datagrams = new DatagramResponder(responder, new SplittableRandom(2));
  }

  static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  static Message question(String name, int type) throws IOException {
    return question(name, type, DClass.IN);
  }

  static Message question(String name, int type, int dclass) throws IOException {
    Message message =
        Message.newQuery(Record.newRecord(Name.fromString(name, Name.root), type, dclass));
    message.getHeader().unsetFlag(Flags.RD);
    return message;
  }

  static Message withEdns(Message message, int size, EDNSOption... options) {
    message.addRecord(new OPTRecord(size, 0, 0, 0, options), Section.ADDITIONAL);
    return message;
  }

  static ClientSubnetOption subnet(String address, int prefix) {
    return new ClientSubnetOption(prefix, address(address));
  }

  Message ask(String name, int type) throws IOException {
    return udp(question(name, type));
  }

  Message udp(Message question) throws IOException {
    return new Message(udp(question.toWire()).orElseThrow());
  }

  Optional<byte[]> udp(byte[] message) {
    int size = datagrams.respond(message, message.length, SOMEWHERE);
    return size == 0 ? Optional.empty() : Optional.of(Arrays.copyOf(datagrams.answer(), size));
  }

  Optional<byte[]> tcp(byte[] message) {
    return responder.respond(message, SOMEWHERE, true);
  }

  Message tcp(Message question) throws IOException {
    return new Message(tcp(question.toWire()).orElseThrow());
  }

  /** The values in the answer section, in order, with their types. */
  static List<String> answer(Message message) {
    return message.getSection(Section.ANSWER).stream()
        .map(record -> Type.string(record.getType()) + " " + record.rdataToString())
        .toList();
  }
}
