/** The list of sources: the only package that names them all. */
package io.stockpile.pipeline.sources;
