package dev.meridian.aws;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.HealthCheckObservation;

/**
 * What Route 53's health checkers report. Route 53 does not report the status of calculated health
 * checks.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHealthCheckStatus.html">API
 *     GetHealthCheckStatus</a>
 */
public final class CheckerReports implements AutoCloseable {
  private static final String SUCCESS = "Success";
  private static final String FAILURE = "Failure";
  private static final Comparator<Report> ORDER =
      Comparator.comparing(Report::region).thenComparing(Report::address);

  private final Route53Client route53;

  public CheckerReports(AwsAccess access) {
    this.route53 = access.route53();
  }

  /** What a checker found last. */
  public enum Verdict {
    HEALTHY,
    UNHEALTHY,
    /** The text begins with neither Success nor Failure. */
    NOT_KNOWN
  }

  /**
   * The last report of one checker.
   *
   * @param region where the checker is
   * @param address the checker's IP address
   * @param text such as {@code Success: HTTP Status Code 200, OK}
   */
  public record Report(String region, String address, Verdict verdict, String text) {}

  /**
   * The reports of a health check, sorted by region and address.
   *
   * @param name for messages
   * @param id Route 53's ID of the health check
   */
  public List<Report> of(String name, String id) throws AwsReadException {
    return AwsReadException.reading(
        "the status of the health check " + name,
        () -> {
          List<Report> reports = new ArrayList<>();
          route53
              .getHealthCheckStatus(request -> request.healthCheckId(id))
              .healthCheckObservations()
              .forEach(observation -> reports.add(report(observation)));
          reports.sort(ORDER);
          return List.copyOf(reports);
        });
  }

  private static Report report(HealthCheckObservation observation) {
    String text =
        observation.statusReport() == null
            ? ""
            : Objects.requireNonNullElse(observation.statusReport().status(), "");
    return new Report(
        Objects.requireNonNullElse(observation.regionAsString(), ""),
        Objects.requireNonNullElse(observation.ipAddress(), ""),
        verdict(text),
        text);
  }

  private static Verdict verdict(String text) {
    if (text.startsWith(SUCCESS)) {
      return Verdict.HEALTHY;
    }
    return text.startsWith(FAILURE) ? Verdict.UNHEALTHY : Verdict.NOT_KNOWN;
  }

  @Override
  public void close() {
    route53.close();
  }
}
