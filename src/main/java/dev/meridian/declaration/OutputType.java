package dev.meridian.declaration;

/** The type of a stack's output, in Terraform's words. */
public enum OutputType {
  STRING("string"),
  LIST_OF_STRING("list of string"),
  MAP_OF_STRING("map of string");

  private final String text;

  OutputType(String text) {
    this.text = text;
  }

  /** As docs/outputs.md writes it: {@code list of string}. */
  public String text() {
    return text;
  }
}
