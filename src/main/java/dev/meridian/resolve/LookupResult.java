package dev.meridian.resolve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The group that answers a question, or the result if there is none.
 *
 * @param rules how the group was found, if not by the question's own name and type
 */
public record LookupResult(@Nullable RecordGroup group, DnsResult result, List<Rule> rules) {

  static LookupResult at(RecordGroup group, List<Rule> rules) {
    return new LookupResult(group, new DnsResult.NoData(), rules);
  }

  static LookupResult ended(DnsResult result, Rule rule) {
    return new LookupResult(null, result, List.of(rule));
  }
}
