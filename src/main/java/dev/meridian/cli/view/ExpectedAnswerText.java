package dev.meridian.cli.view;

import dev.meridian.declaration.ExpectedAnswer;
import java.util.stream.Collectors;

/** An expected answer as text for people. */
final class ExpectedAnswerText implements ExpectedAnswer.Cases<String> {
  private ExpectedAnswerText() {}

  static String of(ExpectedAnswer answer) {
    return answer.accept(new ExpectedAnswerText());
  }

  @Override
  public String nobody(ExpectedAnswer.Nobody answer) {
    return "no answer";
  }

  @Override
  public String among(ExpectedAnswer.Among answer) {
    return String.join(", ", answer.endpoints());
  }

  @Override
  public String shared(ExpectedAnswer.Shared answer) {
    return answer.weights().entrySet().stream()
        .map(share -> share.getKey() + " " + share.getValue())
        .collect(Collectors.joining(", "));
  }
}
