package dev.meridian.stacks;

import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The Terraform addresses of a plan's record sets in the DNS stack. */
public final class RecordAddresses {
  private RecordAddresses() {}

  /** Addresses such as {@code aws_route53_record.www_blue}, by record set. */
  public static Map<RecordKey, String> of(RoutingPlan plan) {
    TerraformNames names = TerraformNames.of(plan);
    Map<RecordKey, String> addresses = new LinkedHashMap<>();
    for (RecordSet record : plan.records()) {
      RecordKey key = record.key();
      addresses.put(key, "aws_route53_record." + names.record(key));
    }
    return Collections.unmodifiableMap(addresses);
  }
}
