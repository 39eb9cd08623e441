package dev.meridian.terraform.json;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows the names that an expression mentions through variables, outputs of modules, and {@code
 * for_each}, to attributes of resources. A plan has no expressions of local values and dynamic
 * blocks. In a module, they can only come from its variables and from what is in the module.
 */
final class ReferenceSearch {
  private static final String INDEX = "\\[(?:\"[^\"]*\"|\\d+)]";
  private static final Pattern MODULE =
      Pattern.compile("module\\.([\\w-]+)(" + INDEX + ")?(?:\\.([\\w-]+)(.*))?");
  private static final Pattern VARIABLE = Pattern.compile("var\\.([\\w-]+)(.*)");
  private static final Pattern EACH_VALUE = Pattern.compile("each\\.value(.*)");
  private static final Pattern KEY = Pattern.compile("each\\.key|count\\.index");
  private static final Pattern KNOWN = Pattern.compile("(?:path|terraform|self)\\..*");
  private static final int MAX_DEPTH = 20;

  private final Set<Reference> found = new LinkedHashSet<>();
  private final Set<String> modules = new TreeSet<>();
  private final Set<ModuleScope> scopes = new LinkedHashSet<>();
  private final Set<String> keys = new TreeSet<>();
  private boolean complete = true;
  private boolean chain = true;
  private boolean keyed = true;

  private ReferenceSearch() {}

  static ReferenceSearch in(Expression expression) {
    ReferenceSearch search = new ReferenceSearch();
    search.follow(expression, "", 0);
    return search;
  }

  static ReferenceSearch in(List<Expression> expressions) {
    ReferenceSearch search = new ReferenceSearch();
    search.chain = false;
    search.keyed = false;
    expressions.forEach(expression -> search.follow(expression, "", 0));
    return search;
  }

  /** The attributes, and the resources of which nothing more is known, each once. */
  List<Reference> found() {
    return List.copyOf(found);
  }

  /** The addresses of modules that the text can come from in a way that is not known. */
  Set<String> modules() {
    return modules;
  }

  /** The modules any of whose variables the text can come from. */
  Set<ModuleScope> scopes() {
    return scopes;
  }

  /**
   * Whether {@link #found}, {@link #modules} and {@link #scopes} are everything that the text can
   * come from.
   */
  boolean isComplete() {
    return complete;
  }

  /** Whether {@link #found} is everything that the text comes from. */
  boolean isCertain() {
    return complete && modules.isEmpty();
  }

  /**
   * The only attribute that the text comes from. It can be changed by functions and templates on
   * the way, but no other name is involved.
   */
  Optional<Reference> only() {
    List<Reference> all = found();
    return chain && complete && all.size() == 1 && !all.get(0).attribute().isEmpty()
        ? Optional.of(all.get(0))
        : Optional.empty();
  }

  /**
   * The {@code for_each} key or {@code count} number that selects one of the instances; empty if
   * there is none, or if other names are involved.
   */
  Optional<String> key() {
    return isSelection() && keys.size() == 1 ? keys.stream().findFirst() : Optional.empty();
  }

  /** Whether no names are involved but those of resources and of keys that select an instance. */
  boolean isSelection() {
    return keyed && isCertain();
  }

  private void follow(Expression expression, String rest, int depth) {
    List<String> names = longest(expression.references());
    if (names.size() != 1) {
      chain = false;
    }
    if (depth > MAX_DEPTH) {
      complete = false;
    } else if (expression.block().node().isMissingNode()) {
      anything(expression.scope());
    } else {
      follow(names, rest, expression, depth);
    }
  }

  private void follow(List<String> names, String rest, Expression expression, int depth) {
    for (String name : names) {
      // An index or attribute of an object that is built from several names selects one of them.
      follow(names.size() == 1 ? name + rest : name, expression, depth);
    }
  }

  private void follow(String name, Expression expression, int depth) {
    Matcher module = MODULE.matcher(name);
    Matcher variable = VARIABLE.matcher(name);
    Matcher each = EACH_VALUE.matcher(name);
    Optional<Reference> resource = Reference.of(name, expression.scope());
    if (module.matches()) {
      output(module, expression.scope(), depth);
    } else if (variable.matches()) {
      given(expression.scope().variable(variable.group(1)), variable.group(2), depth);
    } else if (KEY.matcher(name).matches()) {
      keys.add(expression.block().key());
      chain = false;
    } else if (each.matches()) {
      each(expression.block(), each.group(1), depth);
    } else if (resource.isPresent()) {
      found.add(resource.get());
    } else {
      chain = false;
      keyed = false;
      if (!KNOWN.matcher(name).matches()) {
        anything(expression.scope());
      }
    }
  }

  /** Everything that a module can use. */
  private void anything(ModuleScope scope) {
    chain = false;
    keyed = false;
    if (scope.isRoot()) {
      complete = false;
    } else {
      modules.add(scope.address());
      scopes.add(scope);
      complete &= scope.inputs().isComplete();
    }
  }

  private void output(Matcher module, ModuleScope scope, int depth) {
    String index = module.group(2) == null ? "" : module.group(2);
    if (module.group(3) == null) {
      modules.add(scope.child(module.group(1), "").address());
      chain = false;
      return;
    }
    Optional<Expression> output = scope.output(module.group(1), index, module.group(3));
    complete &= output.isPresent();
    given(output, module.group(4), depth);
  }

  /** A variable of the root module, and a default, are known. So is what has no expression. */
  private void given(Optional<Expression> expression, String rest, int depth) {
    if (expression.isPresent()) {
      follow(expression.get(), rest, depth + 1);
    } else {
      chain = false;
      keyed = false;
    }
  }

  private void each(Expression.Block block, String rest, int depth) {
    chain = false;
    if (rest.isEmpty() && block.valueIsKey()) {
      keys.add(block.key());
      return;
    }
    Expression forEach = block.of(block.forEach());
    List<String> names = longest(forEach.references());
    boolean instances =
        names.size() == 1
            && Reference.of(names.get(0), block.scope())
                .filter(one -> one.attribute().isEmpty() && one.index().isEmpty())
                .isPresent();
    if (instances) { // for_each over a resource: the value is its instance with the same key
      keys.add(block.key());
    } else {
      keyed = false;
    }
    if (!names.isEmpty()) {
      follow(forEach, rest, depth + 1);
    }
  }

  /** The names that are not prefixes of others. */
  private static List<String> longest(List<String> references) {
    Set<String> prefixes = new HashSet<>();
    for (String name : references) {
      for (int end = 1; end < name.length(); end++) {
        if (name.charAt(end) == '.' || name.charAt(end) == '[') {
          prefixes.add(name.substring(0, end));
        }
      }
    }
    return references.stream().distinct().filter(name -> !prefixes.contains(name)).toList();
  }
}
