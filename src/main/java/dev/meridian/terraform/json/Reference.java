package dev.meridian.terraform.json;

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

  /** The references in {@code expression}, resolved through variables and module outputs. */
  static List<Reference> in(Expression expression) {
    return ReferenceSearch.in(expression).found();
  }

  /** The reference that {@code text} in {@code scope} is; empty if it is something else. */
  static Optional<Reference> of(String text, ModuleScope scope) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Reference(
                scope.address(),
                matcher.group(1) != null,
                matcher.group(2),
                matcher.group(3),
                orEmpty(matcher.group(4)),
                orEmpty(matcher.group(5))))
        : Optional.empty();
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private String text() {
    String start = (data ? "data." : "") + type + "." + name + index;
    return attribute.isEmpty() ? start : start + "." + attribute;
  }

  /** The whole address, with the module. */
  String address() {
    return module.isEmpty() ? text() : module + "." + text();
  }

  /** The last part of the attribute, such as {@code dns_name} of {@code dns_entry[0].dns_name}. */
  String lastAttribute() {
    return attribute.substring(attribute.lastIndexOf('.') + 1);
  }

  /** The address without the last part of the attribute. */
  String parent() {
    String address = address();
    return address.substring(0, address.length() - lastAttribute().length());
  }

  /** Whether this refers to {@code resource}, or to several resources that include it. */
  boolean names(Resource resource) {
    return resource.data() == data
        && resource.type().equals(type)
        && resource.name().equals(name)
        && resource.module().equals(module)
        && (index.isEmpty() || key().equals(resource.index()));
  }

  /** The index without brackets and quotes. */
  String key() {
    int quote = index.startsWith("[\"") ? 2 : 1;
    return index.substring(quote, index.length() - quote);
  }
}
