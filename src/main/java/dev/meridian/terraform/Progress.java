package dev.meridian.terraform;

import java.time.Duration;

/** What Terraform reports while it runs. */
public sealed interface Progress {

  /** Java 17 cannot switch over a sealed type; a case that is missing here does not compile. */
  <R> R accept(Cases<R> cases);

  /** One method per kind of progress. */
  interface Cases<R> {
    R resource(Resource progress);

    R reported(Reported progress);

    R summary(Summary progress);

    R line(Line progress);
  }

  /** An operation on one resource begins, continues or is complete. */
  record Resource(Step step, String address, String action, Duration elapsed) implements Progress {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.resource(this);
    }
  }

  /** An error or warning. */
  record Reported(TerraformDiagnostic diagnostic) implements Progress {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.reported(this);
    }
  }

  /** The number of resources that a plan or an apply adds, changes and removes. */
  record Summary(String operation, int added, int changed, int removed) implements Progress {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.summary(this);
    }
  }

  /** Any other line, as Terraform wrote it. */
  record Line(String text) implements Progress {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.line(this);
    }
  }

  /** The state of an operation on a resource. */
  enum Step {
    PLANNED,
    STARTED,
    CONTINUING,
    COMPLETE,
    FAILED
  }

  /** Receives progress as it happens, on a separate thread for each run. */
  interface Listener {
    void onProgress(String stack, Progress progress);

    Listener NONE = (stack, progress) -> {};
  }
}
