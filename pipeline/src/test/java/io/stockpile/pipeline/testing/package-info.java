/** What tests of several packages need. */
package io.stockpile.pipeline.testing;
