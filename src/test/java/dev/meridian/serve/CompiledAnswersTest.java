package dev.meridian.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ClientSubnetOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.Type;

class CompiledAnswersTest {
  private static final int MEGABYTE = 1 << 20;

  private final CompiledAnswers answers = new CompiledAnswers();

  private static CompiledAnswer answer(int octets) {
    CompiledAnswer.Variant variant =
        new CompiledAnswer.Variant(0, new int[3], new byte[octets], new int[1], new int[0], 0);
    return new CompiledAnswer(List.of(variant), new AliasTable(List.of(BigFraction.ONE)));
  }

  private static PlainQuery query(String name, ClientSubnetOption... subnet) {
    try {
      Message message = Asking.question(name, Type.A);
      if (subnet.length > 0) {
        Asking.withEdns(message, 1232, subnet);
      }
      byte[] octets = message.toWire();
      PlainQuery query = new PlainQuery();
      assertThat(query.read(octets, octets.length)).isTrue();
      return query;
    } catch (IOException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  private static PlainQuery numbered(int number) {
    return query("name-" + number + ".example.com");
  }

  private long found(int most) {
    return IntStream.range(0, most)
        .mapToObj(number -> answers.find(numbered(number), Asking.SOMEWHERE))
        .filter(Objects::nonNull)
        .count();
  }

  @Test
  void largeAnswersReplaceOthersSoThatMemoryIsBounded() {
    for (int i = 0; i < 40; i++) {
      answers.add(numbered(i), Asking.SOMEWHERE, answer(MEGABYTE));
      assertThat(answers.find(numbered(i), Asking.SOMEWHERE)).isNotNull();
    }

    assertThat(found(40)).isEqualTo(15);
  }

  @Test
  void anAnswerThatEntriesShareCountsOnce() {
    CompiledAnswer shared = answer(MEGABYTE);
    for (int i = 0; i < 40; i++) {
      answers.add(numbered(i), Asking.SOMEWHERE, shared);
    }

    assertThat(found(40)).isEqualTo(40);

    answers.clear();
    assertThat(found(40)).isZero();
    for (int i = 0; i < 15; i++) {
      answers.add(numbered(i), Asking.SOMEWHERE, answer(MEGABYTE));
    }
    assertThat(found(15)).isEqualTo(15);
  }

  @Test
  void theNumberOfEntriesIsBounded() {
    CompiledAnswer shared = answer(100);
    for (int i = 0; i < 50_000; i++) {
      answers.add(numbered(i), Asking.SOMEWHERE, shared);
    }

    assertThat(found(50_000)).isBetween(15_000L, 16_384L);
  }

  @Test
  void everyOtherSubnetIsAnotherClient() {
    List<PlainQuery> queries =
        List.of(
            query("www.example.com"),
            query("www.example.com", Asking.subnet("0.0.0.0", 0)),
            query("www.example.com", Asking.subnet("::", 0)),
            query("www.example.com", Asking.subnet("198.51.100.0", 24)),
            query("www.example.com", Asking.subnet("198.51.100.0", 25)),
            query("www.example.com", Asking.subnet("198.51.100.1", 32)),
            query("www.example.com", Asking.subnet("c633:6400::", 32)),
            query("www.example.com", Asking.subnet("2001:db8::", 128)),
            query("www.example.com", Asking.subnet("2001:db8::1", 128)));
    for (int i = 0; i < queries.size(); i++) {
      answers.addByClient(queries.get(i), Asking.SOMEWHERE, answer(i), i);
    }
    answers.addByClient(queries.get(0), Asking.address("::1"), answer(0), 99);

    for (int i = 0; i < queries.size(); i++) {
      CompiledAnswers.Entry entry = answers.findByClient(queries.get(i), Asking.SOMEWHERE);
      assertThat(Objects.requireNonNull(entry).decided).isEqualTo(i);
    }
    CompiledAnswers.Entry entry = answers.find(queries.get(3), Asking.SOMEWHERE);
    assertThat(Objects.requireNonNull(entry).isLocated).isTrue();
    assertThat(answers.findByClient(queries.get(0), Asking.address("::2"))).isNull();
  }
}
