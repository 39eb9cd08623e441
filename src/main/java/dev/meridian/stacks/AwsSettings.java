package dev.meridian.stacks;

import static dev.meridian.stacks.hcl.HclText.literal;

import com.hashicorp.cdktf.providers.aws.provider.AwsProvider;
import com.hashicorp.cdktf.providers.aws.provider.AwsProviderAssumeRole;
import com.hashicorp.cdktf.providers.aws.provider.AwsProviderDefaultTags;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** The provider's settings in a stack. Credentials and endpoints come from the environment. */
final class AwsSettings {
  private AwsSettings() {}

  static void add(Construct stack, String region, SortedMap<String, String> tags) {
    provider(stack, "aws", region, tags).build();
  }

  /**
   * Another provider of the stack.
   *
   * @param alias its name in the stack
   * @param role the ARN of the role to assume; null for the account of the credentials
   */
  static AwsProvider addAlias(
      Construct stack,
      String alias,
      String region,
      SortedMap<String, String> tags,
      @Nullable String role) {
    AwsProvider.Builder provider = provider(stack, "aws." + alias, region, tags).alias(alias);
    if (role != null) {
      provider.assumeRole(List.of(AwsProviderAssumeRole.builder().roleArn(literal(role)).build()));
    }
    return provider.build();
  }

  private static AwsProvider.Builder provider(
      Construct stack, String id, String region, SortedMap<String, String> tags) {
    return AwsProvider.Builder.create(stack, id)
        .region(region)
        .defaultTags(List.of(AwsProviderDefaultTags.builder().tags(tags).build()));
  }
}
