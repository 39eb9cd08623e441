/**
 * What is wrong with the input: the place, the path, the problem and a fix. Uses no other package
 * of Meridian. Everything that reads input uses it.
 */
@NullMarked
package dev.meridian.diagnostic;

import org.jspecify.annotations.NullMarked;
