package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** {@code serve} on a free port of 127.0.0.1, until it is stopped. */
final class RunningServer {
  private static final Pattern FIRST =
      Pattern.compile(
          "(?:Serving example\\.com on |.*\"address\": \")127\\.0\\.0\\.1:(?<port>\\d+)"
              + "(?: \\(UDP and TCP\\)|\".*)");

  /** The line that it printed first. */
  final String first;

  final int port;
  private final BufferedReader out;
  private final StringWriter err = new StringWriter();
  private final FutureTask<Integer> command;
  private final Thread thread;

  RunningServer(String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of("serve", "--listen", "127.0.0.1:0"));
    all.addAll(List.of(options));
    PipedReader reader = new PipedReader();
    PrintWriter writer = new PrintWriter(new PipedWriter(reader));
    out = new BufferedReader(reader);
    command =
        new FutureTask<>(() -> Main.run(writer, new PrintWriter(err), all.toArray(String[]::new)));
    thread = new Thread(command);
    thread.start();
    first = out.readLine();
    Matcher matcher = FIRST.matcher(first);
    assertThat(matcher.matches()).as(first).isTrue();
    port = Integer.parseInt(matcher.group("port"));
  }

  /** The next line that it prints. */
  String line() throws IOException {
    return out.readLine();
  }

  /** The stand-in address of an endpoint, from the table that it prints. */
  String standIn(String endpoint) throws IOException {
    String line = line();
    while (!line.contains(endpoint)) {
      line = line();
    }
    return line.substring(line.lastIndexOf(' ') + 1);
  }

  /** The one address of a name. */
  String address(String name) throws IOException {
    Message answer =
        new SimpleResolver(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
            .send(
                Message.newQuery(Record.newRecord(Name.fromString(name + "."), Type.A, DClass.IN)));
    List<Record> records = answer.getSection(Section.ANSWER);
    assertThat(records).hasSize(1);
    return records.get(0).rdataToString();
  }

  /** What it said on stderr until now. */
  String errors() {
    return err.toString();
  }

  /** Stops it, and checks that it had no problem. */
  void stop() throws InterruptedException, ExecutionException {
    stop("");
  }

  /** Stops it, and checks what it said on stderr. */
  void stop(String notes) throws InterruptedException, ExecutionException {
    thread.interrupt();
    assertThat(command.get()).isZero();
    assertThat(err.toString()).isEqualTo(notes);
  }
}
