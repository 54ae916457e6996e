/** Files that users have, as units. */
package io.stockpile.pipeline.sources.files;
