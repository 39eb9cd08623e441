package dev.meridian.terraform;

import dev.meridian.terraform.TerraformFailure.Kind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the cause of a failure in Terraform's output. The first pattern that matches decides. */
final class FailureClassifier {
  private static final Pattern OUTPUT =
      Pattern.compile(
          "data\\.terraform_remote_state\\.(\\S+?)\\.outputs(?:\\.([\\w-]+)(\\[\\d+])?)?");

  private static final String UNREACHABLE =
      "connection refused|no such host|network is unreachable|i/o timeout"
          + "|connection reset by peer|TLS handshake timeout|context deadline exceeded";

  /** Errors of the AWS provider and the S3 backend, which both use AWS's SDK. */
  private static final Pattern OF_AWS =
      Pattern.compile("operation error|amazonaws\\.com|hashicorp/aws|^(data\\.)?aws_|\\.aws_");

  /** Host and port in an error of Go's network library. A URL is more useful than an address. */
  private static final Pattern HOST =
      Pattern.compile(
          "https?://(?:[^/@\"\\s]*@)?([^/?\"\\s]+)|lookup (\\S+)(?= on |:)|dial tcp (\\S+):");

  /** A cause with a known error message. {@code what} continues "The stack NAME". */
  private record Cause(Kind kind, Pattern words, String what, String nextStep) {
    Cause(Kind kind, String words, String what, String nextStep) {
      this(kind, Pattern.compile(words, Pattern.DOTALL), what, nextStep);
    }
  }

  private static final List<Cause> CAUSES =
      List.of(
          new Cause(
              Kind.DISK_FULL,
              "no space left on device|disk quota exceeded",
              "could not be written: the disk is full.",
              "Free some space, and run it again. What was applied before is in its state."),
          new Cause(
              Kind.PROVIDER_UNAVAILABLE,
              "Failed to query available provider packages|Failed to install provider"
                  + "|Required plugins are not installed|Could not load plugin",
              "needs a provider that terraform could not install.",
              "Check the connection to registry.terraform.io, or name a folder with the provider in"
                  + " MERIDIAN_PROVIDER_MIRROR, and run it again. Nothing was changed."),
          new Cause(
              Kind.NOT_INITIALIZED,
              "Backend initialization required|Inconsistent dependency lock file"
                  + "|terraform init|Module not installed",
              "is not initialized in this folder.",
              "Run terraform init in the folder, then run the command again."),
          new Cause(
              Kind.STATE_LOCKED,
              "(?s)Error acquiring the state lock(?!.*(AccessDenied|NoSuchBucket"
                  + "|InvalidClientTokenId|ExpiredToken|StatusCode: 403|"
                  + UNREACHABLE
                  + "))",
              "is locked",
              ""),
          new Cause(
              Kind.OTHER,
              "Instance cannot be destroyed.*aws_route53_zone",
              "would destroy a hosted zone, and with it every name in it.",
              "If you changed the name of the zone, undo that, and declare the new zone in another"
                  + " declaration with its own environment. When clients use the new names, destroy"
                  + " the old zone with ./meridian destroy --delete-zone NAME."),
          new Cause(
              Kind.STATE_STORE_MISSING,
              "NoSuchBucket|S3 bucket .* does not exist",
              "keeps its state in a bucket that does not exist.",
              "Create the bucket, or correct state: in the declaration."),
          new Cause(
              Kind.REMOTE_STATE_MISSING,
              "Unable to find remote state|No stored state was found",
              "reads the state of another stack that does not exist.",
              "Apply that stack first. If it was destroyed, remove its region from the declaration and"
                  + " run ./meridian synth, or destroy everything with ./meridian destroy."),
          new Cause(
              Kind.ENDPOINT_UNREACHABLE,
              UNREACHABLE,
              "could not reach AWS, or the endpoint that replaces it.",
              "Check the network and AWS_ENDPOINT_URL, and run it again. What was applied before"
                  + " is in its state."),
          new Cause(
              Kind.CREDENTIALS_REFUSED,
              "No valid credential sources|InvalidClientTokenId|ExpiredToken|AuthFailure"
                  + "|SignatureDoesNotMatch|UnrecognizedClientException|AccessDenied"
                  + "|UnauthorizedOperation|SSO [Tt]oken|failed to refresh cached credentials",
              "was refused by AWS: the credentials are missing, expired or not allowed to do this.",
              "Sign in again or set AWS_PROFILE, check the permissions, and run it again."));

  private final String stack;
  private final RunResult result;

  FailureClassifier(String stack, RunResult result) {
    this.stack = stack;
    this.result = result;
  }

  TerraformFailure classify() {
    if (result.interrupted()) {
      return failure(
          Kind.INTERRUPTED,
          "was interrupted while terraform was working on it.",
          "Run it again. What was done is in its state, and its lock is released.");
    }
    if (result.killed()) {
      return failure(
          Kind.KILLED,
          "was interrupted: terraform was ended by signal " + result.signal() + ".",
          "Run it again. If its state is locked and no other run is using it, the lock is left"
              + " over. To remove it, run terraform force-unlock ID.");
    }
    for (TerraformDiagnostic error : result.errors()) {
      TerraformFailure known = known(error);
      if (known != null) {
        return known;
      }
    }
    return other();
  }

  private @Nullable TerraformFailure known(TerraformDiagnostic error) {
    Matcher output = OUTPUT.matcher(error.snippet() + "\n" + error.detail());
    if (error.summary().matches("Unsupported attribute|Invalid index") && output.find()) {
      return missingOutput(output);
    }
    for (Cause cause : CAUSES) {
      if (cause.words().matcher(error.text()).find()) {
        if (cause.kind() == Kind.STATE_LOCKED) {
          return locked(error);
        }
        boolean elsewhere = cause.kind() == Kind.ENDPOINT_UNREACHABLE && !isOfAws(error);
        return elsewhere ? unreachable(error) : known(cause, error);
      }
    }
    return null;
  }

  private TerraformFailure known(Cause cause, TerraformDiagnostic error) {
    String about = error.address().isEmpty() ? "" : " (" + error.address() + ")";
    return failure(cause.kind(), cause.what().replaceAll("[.]$", about + "."), cause.nextStep());
  }

  private static boolean isOfAws(TerraformDiagnostic error) {
    return OF_AWS.matcher(error.address()).find() || OF_AWS.matcher(error.text()).find();
  }

  /**
   * A server other than AWS does not respond. In Meridian's stacks, only states are on other
   * servers, but Terraform does not say so: for PostgreSQL, it gives only the address.
   */
  private TerraformFailure unreachable(TerraformDiagnostic error) {
    Matcher host = HOST.matcher(error.text());
    String where = host.find() ? firstOf(host) : "a server that it needs";
    return failure(
        Kind.ENDPOINT_UNREACHABLE,
        "could not reach " + where + ".",
        "If your states are there, check that the server is running and that its address is correct"
            + " (state: in the declaration, or PG_CONN_STR for pg). Otherwise, check the network. Then"
            + " run it again.");
  }

  private static String firstOf(Matcher groups) {
    int group = 1;
    while (groups.group(group) == null) {
      group++;
    }
    return groups.group(group);
  }

  private TerraformFailure missingOutput(Matcher output) {
    String name = output.group(2) == null ? "" : output.group(2);
    String index = output.group(3) == null ? "" : output.group(3);
    return failure(
        Kind.REMOTE_OUTPUT_MISSING,
        String.format(
            Locale.ROOT,
            "reads the output %s of %s, whose state has no such output.",
            name + index,
            output.group(1)),
        "Apply that stack again so that it writes its outputs. If it was destroyed, you can also"
            + " remove its region from the declaration and run ./meridian synth, or destroy"
            + " everything with ./meridian destroy.");
  }

  private TerraformFailure locked(TerraformDiagnostic error) {
    StateLock lock = StateLock.in(error.detail()).orElse(null);
    if (lock == null) {
      return failure(
          Kind.STATE_LOCKED,
          "is locked by another run. Terraform does not say who holds the lock.",
          "Wait for that run and try again. If you are sure that it has ended, remove the lock by hand.");
    }
    return new TerraformFailure(
        Kind.STATE_LOCKED,
        stack,
        String.format(
            Locale.ROOT,
            "The stack %s is locked by %s, who began %s at %s.",
            stack,
            lock.who(),
            lock.operation(),
            lock.created()),
        "Wait for that run and try again. If you are sure that it has ended, remove its lock with terraform"
            + " force-unlock "
            + lock.id()
            + " in the stack's folder.",
        lock,
        result.errors());
  }

  private TerraformFailure other() {
    List<TerraformDiagnostic> errors = result.errors();
    String said =
        errors.isEmpty()
            ? String.join(" ", result.lastLines())
            : errors.get(0).summary() + ". " + errors.get(0).detail().replaceAll("\\s+", " ");
    String output = said.isBlank() ? "It printed nothing." : "It said: " + said.strip();
    return failure(
        Kind.OTHER, "failed: terraform ended with exit code " + result.exitCode() + ".", output);
  }

  private TerraformFailure failure(Kind kind, String what, String nextStep) {
    return new TerraformFailure(
        kind, stack, "The stack " + stack + " " + what, nextStep, null, result.errors());
  }
}
