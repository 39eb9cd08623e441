package dev.meridian.rehearse;

import dev.meridian.declaration.StateBackend;
import java.net.URI;

/** Creates the bucket for states on an emulator. */
final class StateBuckets {
  private StateBuckets() {}

  static void make(StateBackend state, URI endpoint) throws LocalAwsFailed {
    if (state instanceof StateBackend.S3 s3) {
      LocalAws.createBucket(endpoint, s3.bucket());
    }
  }
}
