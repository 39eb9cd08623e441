package dev.meridian.serve;

import static dev.meridian.serve.Asking.SOMEWHERE;
import static dev.meridian.serve.Asking.question;
import static dev.meridian.serve.Asking.subnet;
import static dev.meridian.serve.Asking.withEdns;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.CookieOption;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Type;

/** Compiled answers cost no memory. */
class AllocationTest {
  @Test
  void aUsualQueryAllocatesNothing() throws IOException {
    BothPaths both = new BothPaths(ReadDeclaration.good(BothPaths.DECLARATION));
    List<byte[]> queries = new ArrayList<>();
    for (String name : List.of("www", "geo", "many", "chain", "nothing", "x.wild", "www.sub")) {
      for (int type : new int[] {Type.A, Type.AAAA}) {
        for (Message question : BothPaths.ways(name + ".example.com", type)) {
          boolean isUsual =
              question.getQuestion().getDClass() == DClass.IN
                  && (question.getOPT() == null
                      || question.getOPT().getOptions().stream()
                          .noneMatch(CookieOption.class::isInstance));
          if (isUsual) {
            queries.add(question.toWire());
          }
        }
      }
    }
    byte[][] all = queries.toArray(new byte[0][]);
    InetAddress[] sources = {SOMEWHERE, Asking.address("127.0.0.1"), Asking.address("::1")};
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 3; i++) {
      ask(both, all, sources, 10_000);
      threads.getCurrentThreadAllocatedBytes();
    }

    long before = threads.getCurrentThreadAllocatedBytes();
    ask(both, all, sources, 100_000);
    long after = threads.getCurrentThreadAllocatedBytes();

    assertThat(after - before).isZero();
  }

  private static void ask(BothPaths both, byte[][] queries, InetAddress[] sources, int times) {
    for (int i = 0; i < times; i++) {
      byte[] query = queries[i % queries.length];
      if (both.fast.respond(query, query.length, sources[i % sources.length]) == 0) {
        throw new AssertionError("no answer");
      }
    }
  }

  @Test
  void aFloodOfNamesLeavesTheAnswersThatAreUsed() throws IOException {
    BothPaths both = new BothPaths(ReadDeclaration.good(BothPaths.DECLARATION));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    byte[] used = question("www.example.com", Type.A).toWire();
    for (int i = 0; i < 1000; i++) {
      both.fast(used, SOMEWHERE);
    }
    Map<Boolean, Integer> costs = new TreeMap<>();
    for (int i = 0; i < 60_000; i++) {
      byte[] other =
          withEdns(
                  question("x" + i + (i % 2 == 0 ? ".wild" : "") + ".example.com", Type.A),
                  1232,
                  subnet("198." + i % 199 + "." + i / 1000 + ".0", 24))
              .toWire();
      both.fast(other, SOMEWHERE);
      long before = threads.getCurrentThreadAllocatedBytes();
      both.fast.respond(used, used.length, SOMEWHERE);
      costs.merge(threads.getCurrentThreadAllocatedBytes() > before, 1, Integer::sum);
    }

    assertThat(costs).containsOnlyKeys(false);
  }
}
