/** The outputs of each kind of stack: contracts that docs/outputs.md documents. */
@NullMarked
package dev.meridian.declaration.output;

import org.jspecify.annotations.NullMarked;
