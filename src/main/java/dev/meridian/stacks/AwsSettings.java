package dev.meridian.stacks;

import com.hashicorp.cdktf.providers.aws.provider.AwsProvider;
import com.hashicorp.cdktf.providers.aws.provider.AwsProviderDefaultTags;
import java.util.List;
import java.util.SortedMap;
import software.constructs.Construct;

/** The provider's settings in a stack. Credentials and endpoints come from the environment. */
final class AwsSettings {
  private AwsSettings() {}

  static void add(Construct stack, String region, SortedMap<String, String> tags) {
    AwsProvider.Builder.create(stack, "aws")
        .region(region)
        .defaultTags(List.of(AwsProviderDefaultTags.builder().tags(tags).build()))
        .build();
  }
}
