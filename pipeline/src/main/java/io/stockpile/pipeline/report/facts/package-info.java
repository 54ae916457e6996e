/** What the manifests of an archive say, by series and day, by id, and by table. */
package io.stockpile.pipeline.report.facts;
