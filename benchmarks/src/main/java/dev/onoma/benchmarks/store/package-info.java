/**
 * The durable store beside its engine alone: each section of {@link dev.onoma.benchmarks.store.StoreBenchmark} is one
 * run. Rates of a whole machine, so no JMH.
 */
@NullMarked
package dev.onoma.benchmarks.store;

import org.jspecify.annotations.NullMarked;
