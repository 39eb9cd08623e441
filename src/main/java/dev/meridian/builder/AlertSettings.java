package dev.meridian.builder;

import java.util.ArrayList;
import java.util.List;

/** Who gets a message when a health check fails, and when it recovers. Immutable. */
public final class AlertSettings {
  private final List<String> emails;
  private final List<Object> https;
  private final Mapping mapping;

  private AlertSettings(List<String> emails, List<Object> https, Mapping mapping) {
    this.emails = List.copyOf(emails);
    this.https = List.copyOf(https);
    this.mapping = mapping;
  }

  /** A new SNS topic. */
  public static AlertSettings newTopic() {
    return new AlertSettings(List.of(), List.of(), Mapping.of("enabled", true));
  }

  /** An SNS topic that exists, by its ARN. */
  public static AlertSettings existingTopic(String arn) {
    return new AlertSettings(List.of(), List.of(), Mapping.of("topic", arn));
  }

  /** Also sends email to these addresses. */
  public AlertSettings email(String... addresses) {
    List<String> all = new ArrayList<>(emails);
    all.addAll(List.of(addresses));
    return new AlertSettings(all, https, mapping);
  }

  /**
   * Also sends to an HTTPS endpoint. The URL is readable in the stack.
   *
   * @param raw whether to leave out the envelope of SNS
   */
  public AlertSettings https(String url, boolean raw) {
    return https(Mapping.of("url", url), raw);
  }

  /**
   * Also sends to an HTTPS endpoint whose URL is a secret.
   *
   * @param variable the name of a variable that Terraform gets, such as in {@code TF_VAR_alert_url}
   * @param raw whether to leave out the envelope of SNS
   */
  public AlertSettings httpsInVariable(String variable, boolean raw) {
    return https(Mapping.of("variable", variable), raw);
  }

  private AlertSettings https(Mapping endpoint, boolean raw) {
    List<Object> all = new ArrayList<>(https);
    all.add(endpoint.with("raw", raw));
    return new AlertSettings(emails, all, mapping);
  }

  Mapping mapping() {
    Mapping whole = emails.isEmpty() ? mapping : mapping.with("email", emails);
    return https.isEmpty() ? whole : whole.with("https", https);
  }
}
