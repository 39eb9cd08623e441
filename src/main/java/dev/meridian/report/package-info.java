/**
 * HTML pages: the answers of a routing plan in every state that a page can show, two versions of a
 * zone, and the time line of a drill. The templates are in {@code src/main/jte}.
 */
@NullMarked
package dev.meridian.report;

import org.jspecify.annotations.NullMarked;
