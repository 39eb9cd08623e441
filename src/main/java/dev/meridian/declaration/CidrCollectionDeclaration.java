package dev.meridian.declaration;

import dev.meridian.model.CidrCollection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A collection for IP-based routing.
 *
 * @param collection with the name that policies use
 * @param awsName the name in AWS, 1..64 letters, digits, - and _; null for the usual one, which
 *     begins with the application and the environment
 */
public record CidrCollectionDeclaration(CidrCollection collection, @Nullable String awsName) {
  public CidrCollectionDeclaration {
    if (awsName != null) {
      CidrCollection.checkName(awsName);
    }
  }

  /** The name in AWS, unless it is the usual one. */
  public Optional<String> nameInAws() {
    return Optional.ofNullable(awsName);
  }
}
