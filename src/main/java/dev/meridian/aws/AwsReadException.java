package dev.meridian.aws;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Reading from AWS failed. The message says what could not be read, why, and what to do next. */
public final class AwsReadException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int FORBIDDEN = 403;

  /** What the SDK says about the profile, which is the way to sign in that people choose. */
  private static final Pattern PROFILE =
      Pattern.compile(
          ".*ProfileCredentialsProvider\\(profileName=([^,]+),.*?\\)\\): (.*?)"
              + "(: ProfileFile\\(.*\\))?[.]?, ContainerCredentialsProvider\\(\\): .*");

  private AwsReadException(String message, SdkException cause) {
    super(message, cause);
  }

  /** A call to AWS. */
  public interface Reading<T> {
    T read();
  }

  /** Runs {@code reading}, which reads {@code what}, and rewords AWS's errors. */
  public static <T> T reading(String what, Reading<T> reading) throws AwsReadException {
    try {
      return reading.read();
    } catch (AwsServiceException e) {
      throw new AwsReadException(
          "AWS did not let us read " + what + ": " + said(e) + ". " + nextStep(e), e);
    } catch (SdkException e) {
      throw new AwsReadException(
          "Could not ask AWS for "
              + what
              + ": "
              + brief(e)
              + ". Sign in (such as aws sso login), check the network, AWS_PROFILE, and --aws-endpoint or"
              + " AWS_ENDPOINT_URL.",
          e);
    }
  }

  /** The SDK lists every way to sign in that failed, with its reason. */
  private static String brief(SdkException e) {
    String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    if (!message.startsWith("Unable to load credentials")) {
      return message;
    }
    Matcher profile = PROFILE.matcher(message);
    return profile.matches()
        ? "no credentials were found; for the profile " + profile.group(1) + ": " + profile.group(2)
        : "no credentials were found";
  }

  private static String said(AwsServiceException e) {
    return e.awsErrorDetails() == null
        ? String.valueOf(e.getMessage())
        : e.awsErrorDetails().errorCode() + ", " + e.awsErrorDetails().errorMessage();
  }

  private static String nextStep(AwsServiceException e) {
    if (e.isThrottlingException()) {
      return "Something else uses the account's five requests per second. Try again in a minute.";
    }
    return e.statusCode() == FORBIDDEN
        ? "Sign in again, or ask for permission to read it."
        : "Check the name or id, and try again.";
  }
}
