package dev.meridian.stacks.region;

import dev.meridian.declaration.Site;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a region's load balancer does on one port.
 *
 * @param redirects whether it redirects clients to HTTPS; otherwise, it forwards to the servers
 * @param certificateArn the certificate for HTTPS; null for HTTP
 */
public record SiteListener(
    int port, String protocol, boolean redirects, @Nullable String certificateArn) {
  public static final int HTTP = 80;
  public static final int HTTPS = 443;

  /**
   * Only TLS 1.2 and 1.3.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html">Security
   *     policies</a>
   */
  public static final String TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";

  /** Permanent: browsers cache it. */
  public static final String REDIRECT_STATUS = "HTTP_301";

  /**
   * The listeners of {@code site}. With a certificate, HTTPS serves requests, and HTTP redirects to
   * it.
   */
  public static List<SiteListener> of(Site site) {
    return site.certificate()
        .map(
            arn ->
                List.of(
                    new SiteListener(HTTP, "HTTP", true, null),
                    new SiteListener(HTTPS, "HTTPS", false, arn)))
        .orElse(List.of(new SiteListener(HTTP, "HTTP", false, null)));
  }

  public Optional<String> certificate() {
    return Optional.ofNullable(certificateArn);
  }
}
