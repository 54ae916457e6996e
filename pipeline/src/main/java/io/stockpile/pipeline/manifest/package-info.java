/** Manifests, which prove what the archive holds of each unit: as values and as JSON. */
package io.stockpile.pipeline.manifest;
