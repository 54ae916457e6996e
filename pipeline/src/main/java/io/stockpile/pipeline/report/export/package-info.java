/** A report for programs: findings as JSON, figures as metrics. */
package io.stockpile.pipeline.report.export;
