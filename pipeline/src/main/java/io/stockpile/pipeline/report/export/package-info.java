/** Reports for programs: JSON and metrics. */
package io.stockpile.pipeline.report.export;
