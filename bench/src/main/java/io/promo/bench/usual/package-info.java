/**
 * What {@code promo bench dispatch} compares with: the same job as Spring Batch's reference documentation shows it, written
 * into the schema of a textbook.
 */
@NullMarked
package io.promo.bench.usual;

import org.jspecify.annotations.NullMarked;
