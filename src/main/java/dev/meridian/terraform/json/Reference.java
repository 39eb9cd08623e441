package dev.meridian.terraform.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One attribute of a resource or data source that an expression mentions.
 *
 * @param module the address of the module that contains the expression
 * @param index with its brackets, such as {@code ["eu"]}; empty for none
 * @param attribute with everything that follows, such as {@code outputs.addresses[0]}; empty for
 *     none
 */
record Reference(
    String module, boolean data, String type, String name, String index, String attribute) {
  private static final Pattern FORM =
      Pattern.compile(
          "(data\\.)?([a-z][a-z0-9]*_[a-z0-9_]+)\\.([\\w-]+)(\\[(?:\"[^\"]*\"|\\d+)])?(?:\\.(.+))?");
  private static final Pattern MODULE =
      Pattern.compile("module\\.([\\w-]+)(\\[(?:\"[^\"]*\"|\\d+)])?\\.([\\w-]+)");
  private static final Pattern VARIABLE = Pattern.compile("var\\.([\\w-]+)");
  private static final int MAX_DEPTH = 20;

  /** The references in {@code expression}, resolved through variables and module outputs. */
  static List<Reference> in(Expression expression) {
    List<Reference> found = new ArrayList<>();
    collect(expression, found, 0);
    return found.stream()
        .filter(one -> found.stream().noneMatch(one::isPrefixOf))
        .distinct()
        .toList();
  }

  private static void collect(Expression expression, List<Reference> found, int depth) {
    for (String text : depth < MAX_DEPTH ? expression.references() : List.<String>of()) {
      Matcher resource = FORM.matcher(text);
      Optional<Expression> further = further(text, expression.scope());
      if (further.isPresent()) {
        collect(further.get(), found, depth + 1);
      } else if (resource.matches()) {
        found.add(of(resource, expression.scope()));
      }
    }
  }

  private static Optional<Expression> further(String text, ModuleScope scope) {
    Matcher module = MODULE.matcher(text);
    if (module.matches()) {
      return scope.output(module.group(1), orEmpty(module.group(2)), module.group(3));
    }
    Matcher variable = VARIABLE.matcher(text);
    return variable.matches() ? scope.variable(variable.group(1)) : Optional.empty();
  }

  private static Reference of(Matcher matcher, ModuleScope scope) {
    return new Reference(
        scope.address(),
        matcher.group(1) != null,
        matcher.group(2),
        matcher.group(3),
        orEmpty(matcher.group(4)),
        orEmpty(matcher.group(5)));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private boolean isPrefixOf(Reference other) {
    return !equals(other) && other.text().startsWith(text()) && module.equals(other.module);
  }

  private String text() {
    String start = (data ? "data." : "") + type + "." + name + index;
    return attribute.isEmpty() ? start : start + "." + attribute;
  }

  /** Whether this refers to {@code resource}, or to several resources that include it. */
  boolean names(Resource resource) {
    return resource.data() == data
        && resource.type().equals(type)
        && resource.name().equals(name)
        && resource.module().equals(module)
        && (index.isEmpty() || index.replaceAll("[\\[\\]\"]", "").equals(resource.index()));
  }
}
