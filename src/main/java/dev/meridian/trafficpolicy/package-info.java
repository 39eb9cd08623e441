/**
 * Route 53 traffic policies: documents, the record sets that Route 53 creates from them, and the
 * documents that are made from record sets.
 */
@NullMarked
package dev.meridian.trafficpolicy;

import org.jspecify.annotations.NullMarked;
