/** What manifests say of an archive: by series and day, by id, and by table. */
package io.stockpile.pipeline.report.facts;
