/**
 * What the user declared, with every reference checked: {@link dev.meridian.declaration.Deployment}
 * and its parts. {@code declaration.reader} reads them from YAML.
 */
@NullMarked
package dev.meridian.declaration;

import org.jspecify.annotations.NullMarked;
