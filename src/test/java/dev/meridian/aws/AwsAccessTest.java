package dev.meridian.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.route53.endpoints.Route53EndpointProvider;

/** Which partition's Route 53 is asked. */
class AwsAccessTest {

  @ParameterizedTest
  @CsvSource({
    "us-east-1, route53.amazonaws.com",
    "ap-southeast-1, route53.amazonaws.com",
    "cn-northwest-1, route53.amazonaws.com.cn",
    "us-gov-west-1, route53.us-gov.amazonaws.com",
    "eusc-de-east-1, route53.amazonaws.eu",
  })
  void aRegionLeadsToTheRoute53OfItsPartition(String region, String host) {
    String home = AwsAccess.of(null, Map.of("AWS_REGION", region)).home();

    assertThat(
            Route53EndpointProvider.defaultProvider()
                .resolveEndpoint(endpoint -> endpoint.region(Region.of(home)))
                .join()
                .url()
                .getHost())
        .isEqualTo(host);
  }

  @Test
  void withoutARegionItIsTheCommercialOne() {
    assertThat(AwsAccess.of(null, Map.of("AWS_REGION", " ")).home()).isEqualTo("us-east-1");
    assertThat(AwsAccess.of(null, Map.of("AWS_DEFAULT_REGION", "cn-north-1")).home())
        .isEqualTo("cn-north-1");
  }
}
