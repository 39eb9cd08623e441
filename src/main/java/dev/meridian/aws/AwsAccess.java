package dev.meridian.aws;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.AdaptiveRetryStrategy;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.globalaccelerator.GlobalAcceleratorClient;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53recoverycluster.Route53RecoveryClusterClient;
import software.amazon.awssdk.services.route53recoverycluster.Route53RecoveryClusterClientBuilder;
import software.amazon.awssdk.services.route53recoverycontrolconfig.Route53RecoveryControlConfigClient;
import software.amazon.awssdk.services.route53resolver.Route53ResolverClient;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * How to connect to AWS.
 *
 * @param endpoint the URL of an emulator, or another endpoint for every service; null for AWS's own
 *     endpoints
 * @param dummyCredentials whether to send placeholder credentials, which an emulator doesn't check
 * @param home the region where Route 53 publishes its metrics, and where alarms on them are; it
 *     also selects the partition
 * @param account the ID of the account of an emulator; null for that of the credentials
 * @param requests is called after each answer from AWS
 */
public record AwsAccess(
    @Nullable URI endpoint,
    boolean dummyCredentials,
    String home,
    @Nullable String account,
    Runnable requests) {
  /** The header that names the account of a request (moto, "Multi-account support"). */
  private static final String ACCOUNT_HEADER = "x-moto-account-id";

  private static final String COMMERCIAL = "us-east-1";

  /** The API of Global Accelerator is in this region (AWS General Reference, its endpoints). */
  private static final String GLOBAL_ACCELERATOR = "us-west-2";

  private static final int ATTEMPTS = 6;

  /** <a href="https://docs.aws.amazon.com/general/latest/gr/r53arc.html">Endpoints</a>. */
  private static final String RECOVERY_CONTROL = "us-west-2";

  private static final Duration CLUSTER_TIMEOUT = Duration.ofSeconds(5);
  private static final ProfileFile NO_PROFILES =
      ProfileFile.builder()
          .content(InputStream.nullInputStream())
          .type(ProfileFile.Type.CONFIGURATION)
          .build();

  /**
   * AWS with the user's credentials, in the partition of the environment's region.
   *
   * @param endpoint replaces AWS's own; null to keep those
   */
  public static AwsAccess of(@Nullable URI endpoint, Map<String, String> environment) {
    String region =
        Stream.of("AWS_REGION", "AWS_DEFAULT_REGION")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse(COMMERCIAL);
    return new AwsAccess(endpoint, false, region, null, AwsAccess::ignored);
  }

  /** An emulator at {@code endpoint}. */
  public static AwsAccess emulator(URI endpoint) {
    return new AwsAccess(endpoint, true, COMMERCIAL, null, AwsAccess::ignored);
  }

  private static void ignored() {}

  /** The same with another home. */
  public AwsAccess at(String otherHome) {
    return new AwsAccess(endpoint, dummyCredentials, otherHome, account, requests);
  }

  /** The same, calling {@code answered} after each answer from AWS. */
  public AwsAccess counting(Runnable answered) {
    return new AwsAccess(endpoint, dummyCredentials, home, account, answered);
  }

  /**
   * The same in another account of an emulator.
   *
   * @param other its 12 digits
   * @throws IllegalStateException if this is not an emulator
   */
  public AwsAccess inAccount(String other) {
    if (!dummyCredentials) {
      throw new IllegalStateException("only emulators let the caller choose an account");
    }
    return new AwsAccess(endpoint, true, home, other, requests);
  }

  public Route53Client route53() {
    return configured(Route53Client.builder(), home).build();
  }

  CloudWatchClient cloudWatch() {
    return configured(CloudWatchClient.builder(), home).build();
  }

  ElasticLoadBalancingV2Client loadBalancing(String region) {
    return configured(ElasticLoadBalancingV2Client.builder(), region).build();
  }

  public Ec2Client ec2(String region) {
    return configured(Ec2Client.builder(), region).build();
  }

  GlobalAcceleratorClient globalAccelerator() {
    return configured(GlobalAcceleratorClient.builder(), GLOBAL_ACCELERATOR).build();
  }

  /** Application Recovery Controller, whose configuration is in one region. */
  Route53RecoveryControlConfigClient recoveryControl() {
    return configured(Route53RecoveryControlConfigClient.builder(), RECOVERY_CONTROL).build();
  }

  /**
   * One endpoint of a cluster of Application Recovery Controller. It gets two attempts, because the
   * cluster has other endpoints.
   */
  Route53RecoveryClusterClient recoveryCluster(ClusterEndpoint cluster) {
    Route53RecoveryClusterClientBuilder builder =
        configured(Route53RecoveryClusterClient.builder(), cluster.region());
    ClientOverrideConfiguration override =
        override().toBuilder()
            .retryStrategy(AdaptiveRetryStrategy.builder().maxAttempts(2).build())
            .build();
    return builder
        .overrideConfiguration(override)
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .proxyConfiguration(proxy())
                .connectionTimeout(CLUSTER_TIMEOUT)
                .socketTimeout(CLUSTER_TIMEOUT))
        .endpointOverride(cluster.url())
        .build();
  }

  Route53ResolverClient resolver(String region) {
    return configured(Route53ResolverClient.builder(), region).build();
  }

  CloudWatchLogsClient logs(String region) {
    return configured(CloudWatchLogsClient.builder(), region).build();
  }

  SnsClient sns() {
    return configured(SnsClient.builder(), home).build();
  }

  AutoScalingClient autoScaling(String region) {
    return configured(AutoScalingClient.builder(), region).build();
  }

  /**
   * Route 53 allows five requests per second for a whole account. The adaptive retry mode slows
   * down when AWS throttles requests. Other users of the account can use up the five requests, so
   * this makes more attempts than the SDK's three.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html">Quotas</a>
   */
  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(
      B builder, String region) {
    builder
        .region(Region.of(region))
        .credentialsProvider(credentials())
        .httpClientBuilder(UrlConnectionHttpClient.builder().proxyConfiguration(proxy()))
        .overrideConfiguration(override());
    if (dummyCredentials) {
      builder.fipsEnabled(false).dualstackEnabled(false);
    }
    return endpoint == null ? builder : builder.endpointOverride(endpoint);
  }

  /** Connects to an emulator directly, and ignores AWS variables and configuration files. */
  private ClientOverrideConfiguration override() {
    ClientOverrideConfiguration.Builder override =
        ClientOverrideConfiguration.builder()
            .retryStrategy(AdaptiveRetryStrategy.builder().maxAttempts(ATTEMPTS).build())
            .addExecutionInterceptor(new WholeSetIdentifiers())
            .addExecutionInterceptor(
                new ExecutionInterceptor() {
                  @Override
                  public void afterExecution(
                      Context.AfterExecution answer, ExecutionAttributes attributes) {
                    requests.run();
                  }
                });
    if (account != null) {
      override.putHeader(ACCOUNT_HEADER, account);
    }
    return dummyCredentials
        ? override.defaultProfileFile(NO_PROFILES).defaultProfileName("default").build()
        : override.build();
  }

  /** By default, the SDK sends even loopback requests through the environment's proxy. */
  private ProxyConfiguration proxy() {
    return ProxyConfiguration.builder()
        .useSystemPropertyValues(!dummyCredentials)
        .useEnvironmentVariablesValues(!dummyCredentials)
        .build();
  }

  /** LocalStack takes an access key of 12 digits for the account. */
  private AwsCredentialsProvider credentials() {
    String key = Objects.requireNonNullElse(account, "testing");
    return dummyCredentials
        ? StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "testing"))
        : DefaultCredentialsProvider.builder().build();
  }
}
