package dev.meridian.serve;

import java.util.List;
import java.util.function.UnaryOperator;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** Puts a reply into a message. */
final class Sections {
  private Sections() {}

  /**
   * @param own the name of {@code question} as it is in the reply; the message has it as asked
   * @param order of the records of one set
   */
  static void add(
      Message message, Record question, Name own, Reply reply, UnaryOperator<List<Record>> order) {
    message.getHeader().setRcode(reply.rcode());
    if (reply.authoritative()) {
      message.getHeader().setFlag(Flags.AA);
    }
    for (List<Record> set : reply.answer()) {
      for (Record record : order.apply(set)) {
        message.addRecord(
            record.getName().equals(own)
                ? Record.newRecord(
                    question.getName(),
                    record.getType(),
                    DClass.IN,
                    record.getTTL(),
                    record.rdataToWireCanonical())
                : record,
            Section.ANSWER);
      }
    }
    reply.authority().forEach(record -> message.addRecord(record, Section.AUTHORITY));
    reply.additional().forEach(record -> message.addRecord(record, Section.ADDITIONAL));
  }
}
