/**
 * Finds out from the manifests what an archive has, what is missing and what looks wrong. No source
 * is named here: differences between sources are part of the facts.
 */
package io.stockpile.pipeline.report;
