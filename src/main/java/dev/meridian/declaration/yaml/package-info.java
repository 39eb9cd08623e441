/**
 * YAML documents in which every part knows its place and its path, and the diagnostics that follow
 * from them. The only package that uses the YAML library, and only the readers use it.
 */
@NullMarked
package dev.meridian.declaration.yaml;

import org.jspecify.annotations.NullMarked;
