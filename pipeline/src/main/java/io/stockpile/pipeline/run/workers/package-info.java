/**
 * The pipeline over units, what runs on its workers, and how workers tell the driver how each unit
 * ended.
 */
package io.stockpile.pipeline.run.workers;
