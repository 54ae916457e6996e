/** Helpers that tests of several packages use. */
package io.stockpile.pipeline.testing;
