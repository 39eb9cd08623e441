/**
 * Reads a declaration from YAML, and reports every problem with its location. Other packages enter
 * through {@link dev.meridian.declaration.reader.DeploymentReader} and {@link
 * dev.meridian.declaration.reader.GoalsFileReader}. Its sub-packages read parts, and do not use it.
 */
@NullMarked
package dev.meridian.declaration.reader;

import org.jspecify.annotations.NullMarked;
