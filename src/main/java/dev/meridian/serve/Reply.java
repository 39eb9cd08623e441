package dev.meridian.serve;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.xbill.DNS.Record;

/**
 * The sections of one answer.
 *
 * @param rcode of {@link org.xbill.DNS.Rcode}
 * @param authoritative false for a referral and for failures
 * @param answer record sets in order; the records of one set can be returned in any order
 * @param authority the SOA record of a negative answer, or the name servers of a referral
 * @param additional the addresses of the name servers of a referral
 */
record Reply(
    int rcode,
    boolean authoritative,
    List<List<Record>> answer,
    List<Record> authority,
    List<Record> additional)
    implements Drawn {
  Reply {
    answer = answer.stream().map(List::copyOf).toList();
    authority = List.copyOf(authority);
    additional = List.copyOf(additional);
  }

  Reply(int rcode, boolean authoritative, List<List<Record>> answer, List<Record> authority) {
    this(rcode, authoritative, answer, authority, List.of());
  }

  /** This reply with one more record set in the answer, unless it is empty. */
  Reply with(List<Record> records) {
    return records.isEmpty()
        ? this
        : new Reply(
            rcode,
            authoritative,
            Stream.concat(answer.stream(), Stream.of(records)).toList(),
            authority,
            additional);
  }

  @Override
  public Reply draw(RandomGenerator random) {
    return this;
  }
}
