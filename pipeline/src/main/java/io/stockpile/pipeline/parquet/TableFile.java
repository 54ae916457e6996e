package io.stockpile.pipeline.parquet;

import io.stockpile.connectors.store.PendingObject;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * A finished Parquet file that is staged and not yet visible.
 *
 * @param table the table's name
 * @param date the partition
 * @param minId the smallest id in it; 0 for a table without an {@code id}
 * @param maxId the largest id in it; 0 for a table without an {@code id}
 */
public record TableFile(
    String table, LocalDate date, long rows, long minId, long maxId, PendingObject pending)
    implements Serializable {}
