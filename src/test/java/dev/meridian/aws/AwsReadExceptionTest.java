package dev.meridian.aws;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What the SDK says in a thousand characters is told in a line. */
class AwsReadExceptionTest {
  private static final String CHAIN =
      "Unable to load credentials from any of the providers in the chain"
          + " AwsCredentialsProviderChain(credentialsProviders=[ProfileCredentialsProvider("
          + "profileName=%1$s, profileFile=ProfileFile(sections=[profiles])), "
          + "ContainerCredentialsProvider()]) : [ProfileCredentialsProvider(profileName=%1$s,"
          + " profileFile=ProfileFile(sections=[profiles], profiles=[Profile(name=%1$s,"
          + " properties=[sso_session])])): %2$s, ContainerCredentialsProvider(): Cannot fetch"
          + " credentials, InstanceProfileCredentialsProvider(): disabled]";

  @Test
  void ofTheWaysToSignInTheProfileIsNamed() {
    assertThatThrownBy(() -> fail(CHAIN.formatted("work", "Unable to load SSO token")))
        .hasMessageStartingWith(
            "Could not ask AWS for the zone: no credentials were found; for the profile work:"
                + " Unable to load SSO token. Sign in");
    assertThatThrownBy(
            () -> fail(CHAIN.formatted("x", "No profile 'x': ProfileFile(sections=[profiles])")))
        .hasMessageContaining("for the profile x: No profile 'x'. Sign in");
  }

  @Test
  void otherwiseItIsTheSdksOwnLine() {
    assertThatThrownBy(() -> fail("Connection refused"))
        .hasMessageStartingWith("Could not ask AWS for the zone: Connection refused. Sign in");
  }

  private static void fail(String said) throws AwsReadException {
    AwsReadException.reading(
        "the zone",
        () -> {
          throw SdkClientException.create(said);
        });
  }
}
