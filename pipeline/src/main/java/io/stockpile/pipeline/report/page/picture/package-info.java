/** Static pictures in SVG, and the HTML that they stand in. */
package io.stockpile.pipeline.report.page.picture;
