/**
 * Deployed stacks: plans over all of them, their outputs, and a field-by-field comparison of what
 * is deployed with what is declared.
 */
@NullMarked
package dev.meridian.operate;

import org.jspecify.annotations.NullMarked;
