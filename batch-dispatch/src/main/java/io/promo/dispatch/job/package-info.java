/** The Spring Batch job under a run: started, driven, recovered and concluded by the manager that owns the run. */
@NullMarked
package io.promo.dispatch.job;

import org.jspecify.annotations.NullMarked;
