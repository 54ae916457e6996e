/**
 * What an archive has, what is missing of it and what looks wrong, judged by its manifests alone.
 * No source is named here: what differs between sources comes in with the facts.
 */
package io.stockpile.pipeline.report;
