package dev.meridian.aws;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * Keeps set identifiers whole. The SDK's {@code Route53IdInterceptor} removes everything up to the
 * last slash from them as if they were IDs such as {@code /hostedzone/Z1}, so {@code prod/blue}
 * would become {@code blue}. This interceptor gets a response before that one, and hides the
 * slashes from it.
 */
final class WholeSetIdentifiers implements ExecutionInterceptor {
  /** Not a character of XML 1.0, so no answer of the API contains it. */
  private static final char HIDDEN_SLASH = '\uFFFF';

  @Override
  public SdkResponse modifyResponse(
      Context.ModifyResponse context, ExecutionAttributes attributes) {
    if (!(context.response() instanceof ListResourceRecordSetsResponse response)
        || !response.hasResourceRecordSets()) {
      return context.response();
    }
    List<ResourceRecordSet> sets =
        response.resourceRecordSets().stream().map(WholeSetIdentifiers::hidden).toList();
    return response.toBuilder().resourceRecordSets(sets).build();
  }

  private static ResourceRecordSet hidden(ResourceRecordSet set) {
    String identifier = set.setIdentifier();
    return identifier == null || identifier.indexOf('/') < 0
        ? set
        : set.toBuilder().setIdentifier(identifier.replace('/', HIDDEN_SLASH)).build();
  }

  /** The set identifier as Route 53 has it; null for none. */
  static @Nullable String of(ResourceRecordSet set) {
    String identifier = set.setIdentifier();
    return identifier == null ? null : identifier.replace(HIDDEN_SLASH, '/');
  }
}
