/**
 * The report of a routing plan as one HTML page: the answers in every state that the page can show,
 * the map, and the templates. The templates are in {@code src/main/jte}.
 */
@NullMarked
package dev.meridian.report;

import org.jspecify.annotations.NullMarked;
