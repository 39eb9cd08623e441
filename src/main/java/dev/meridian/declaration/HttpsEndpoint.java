package dev.meridian.declaration;

import dev.meridian.model.InvalidValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTPS endpoint that SNS sends alerts to.
 *
 * @param raw whether it gets the message of the alarm without the envelope of SNS
 */
public record HttpsEndpoint(Address address, boolean raw) {

  /** Where the endpoint is. */
  public sealed interface Address permits Url, Variable {
    <R> R accept(Cases<R> cases);
  }

  /** A visitor. */
  public interface Cases<R> {
    R url(Url url);

    R variable(Variable variable);
  }

  /**
   * A URL in the declaration. Messages name only its host, because the rest can be a secret.
   *
   * @param text such as {@code https://alerts.example.com/hooks/dns}
   */
  public record Url(String text) implements Address {
    private static final int MAX_LENGTH = 2048;

    /** RFC 3986, without user information and a fragment. */
    private static final Pattern FORM =
        Pattern.compile(
            "https://([A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)(?::[0-9]{1,5})?"
                + "(?:[/?](?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]++|%[0-9A-Fa-f]{2})*+)?");

    private static final Pattern CREDENTIALS = Pattern.compile("https://[^/?#]*@.*");

    public Url {
      if (text.length() > MAX_LENGTH) {
        throw new InvalidValue(
            "the URL has " + text.length() + " characters, more than " + MAX_LENGTH,
            "use a shorter URL");
      }
      if (CREDENTIALS.matcher(text).matches()) {
        throw new InvalidValue(
            "the URL contains a user name or a password",
            "write {variable: alert_url}, and set TF_VAR_alert_url to the URL");
      }
      if (!FORM.matcher(text).matches()) {
        throw new InvalidValue(
            "is not an HTTPS URL", "write a URL such as https://alerts.example.com/hooks/dns");
      }
    }

    /** The host, such as {@code alerts.example.com}. */
    public String host() {
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        throw new IllegalStateException("the constructor checks the URL");
      }
      return form.group(1);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.url(this);
    }

    /** The host only. */
    @Override
    public String toString() {
      return "an endpoint on " + host();
    }
  }

  /**
   * A variable of the DNS stack in Terraform that contains the URL.
   *
   * @param name such as {@code pagerduty_url}
   */
  public record Variable(String name) implements Address {
    /** Without {@code -}, so that TF_VAR_NAME is a name that shells accept. */
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    /** Meta-arguments of modules, which Terraform reserves. */
    private static final Pattern RESERVED =
        Pattern.compile("source|version|providers|count|for_each|lifecycle|depends_on|locals");

    public Variable {
      if (!FORM.matcher(name).matches() || RESERVED.matcher(name).matches()) {
        throw new InvalidValue(
            "\"" + name + "\" cannot be the name of a variable in Terraform",
            "write lowercase letters, digits, and _, such as alert_url");
      }
    }

    /** The environment variable that gives Terraform the value. */
    public String environmentVariable() {
      return "TF_VAR_" + name;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.variable(this);
    }

    @Override
    public String toString() {
      return "the endpoint in variable " + name;
    }
  }
}
