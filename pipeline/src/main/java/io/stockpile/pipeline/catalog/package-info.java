/**
 * Publishes the archive's tables in a catalog that other engines read, exactly as the manifests
 * prove them.
 */
package io.stockpile.pipeline.catalog;
