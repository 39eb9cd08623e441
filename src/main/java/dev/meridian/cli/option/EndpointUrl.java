package dev.meridian.cli.option;

import dev.meridian.model.InvalidValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the address of an emulator: scheme, host, and optionally a port, in a normalized form. */
final class EndpointUrl implements ITypeConverter<URI> {
  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final Set<String> PATHS = Set.of("", "/");

  @Override
  public URI convert(String text) {
    try {
      return read(text);
    } catch (InvalidValue e) {
      throw new TypeConversionException(e.what() + "; " + e.fix());
    }
  }

  /** The address in {@code text}; throws {@link InvalidValue} if it is not an address. */
  static URI read(String text) {
    URI given;
    try {
      given = new URI(text);
    } catch (URISyntaxException e) {
      throw bad(text);
    }
    if (given.getScheme() == null
        || !SCHEMES.contains(given.getScheme())
        || given.getHost() == null
        || !PATHS.contains(given.getPath())
        || given.getRawQuery() != null
        || given.getRawUserInfo() != null
        || given.getRawFragment() != null) {
      throw bad(text);
    }
    // If this were a name, S3 clients would look up bucket.localhost.
    String host = given.getHost().equals("localhost") ? "127.0.0.1" : given.getHost();
    String port = given.getPort() < 0 ? "" : ":" + given.getPort();
    return URI.create(given.getScheme() + "://" + host + port);
  }

  private static InvalidValue bad(String text) {
    return new InvalidValue(
        "\"" + text + "\" is not the address of an emulator",
        "write one such as http://127.0.0.1:4566");
  }
}
