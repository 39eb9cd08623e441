/**
 * What tests of several packages share: golden files, declarations, random cases, recorded answers
 * of AWS, and terraform. Helpers of one package are in that package.
 */
@NullMarked
package dev.meridian.testing;

import org.jspecify.annotations.NullMarked;
