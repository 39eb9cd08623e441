/**
 * YAML documents in which every part has its location and path, and their diagnostics. No other
 * package uses the YAML library. Only readers use this package.
 */
@NullMarked
package dev.meridian.declaration.yaml;

import org.jspecify.annotations.NullMarked;
