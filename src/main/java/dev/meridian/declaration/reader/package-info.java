/**
 * Reads a declaration from YAML, and reports every problem with its location. Other packages enter
 * through {@link dev.meridian.declaration.reader.DeploymentReader} and {@link
 * dev.meridian.declaration.reader.GoalsFileReader}.
 */
@NullMarked
package dev.meridian.declaration.reader;

import org.jspecify.annotations.NullMarked;
