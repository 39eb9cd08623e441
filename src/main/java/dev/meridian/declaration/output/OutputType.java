package dev.meridian.declaration.output;

/** The Terraform type of a stack's output. */
public enum OutputType {
  STRING("string"),
  LIST_OF_STRING("list of string"),
  MAP_OF_STRING("map of string"),
  MAP_OF_LIST("map of list of string");

  private final String text;

  OutputType(String text) {
    this.text = text;
  }

  /** The type as in docs/outputs.md: {@code list of string}. */
  public String text() {
    return text;
  }
}
