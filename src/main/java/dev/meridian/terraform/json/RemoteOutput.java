package dev.meridian.terraform.json;

import dev.meridian.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Outputs of other states that an expression refers to. */
final class RemoteOutput {
  private static final String TYPE = "terraform_remote_state";
  private static final Pattern OUTPUT = Pattern.compile("outputs\\.([\\w-]+)(?:\\[(\\d+)])?");

  private RemoteOutput() {}

  /** The output, if the expression is exactly one output; otherwise empty. */
  static Optional<Value> in(Expression expression) {
    List<Value> all = allIn(expression);
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  /** The outputs, in order; empty if the expression refers to anything else too. */
  static List<Value> allIn(Expression expression) {
    ReferenceSearch search = ReferenceSearch.in(expression);
    List<Optional<Value>> values = search.found().stream().map(RemoteOutput::of).toList();
    return search.isCertain() && values.stream().allMatch(Optional::isPresent)
        ? values.stream().map(Optional::get).toList()
        : List.of();
  }

  private static Optional<Value> of(Reference reference) {
    Matcher matcher = OUTPUT.matcher(reference.attribute());
    if (!reference.type().equals(TYPE) || !matcher.matches()) {
      return Optional.empty();
    }
    String output = matcher.group(1);
    return Optional.of(
        matcher.group(2) == null
            ? new Value.Output(reference.name(), output)
            : new Value.ListOutput(reference.name(), output, Integer.parseInt(matcher.group(2))));
  }
}
