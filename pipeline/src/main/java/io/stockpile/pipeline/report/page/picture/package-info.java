/** Static pictures in SVG, and the HTML around them. */
package io.stockpile.pipeline.report.page.picture;
