package dev.meridian.rehearse;

import dev.meridian.declaration.StateBackend;
import java.net.URI;

/** Makes on an emulator the bucket that the states are to be kept in. */
final class StateBuckets {
  private StateBuckets() {}

  static void make(StateBackend state, URI endpoint) throws LocalAwsFailed {
    if (state instanceof StateBackend.S3 s3) {
      LocalAws.createBucket(endpoint, s3.bucket());
    }
  }
}
