package io.stockpile.pipeline.manifest;

import java.time.LocalDate;

/**
 * One Parquet file of a table.
 *
 * @param path the object's key in the archive
 * @param table the table's name
 * @param date the partition: a UTC day
 * @param sha256 the digest of the file's bytes, in lower-case hex
 * @param minId the smallest id in it; 0 for a table without ids
 * @param maxId the largest id in it; 0 for a table without ids
 */
public record DataFile(
    String path,
    String table,
    LocalDate date,
    long rows,
    long bytes,
    String sha256,
    long minId,
    long maxId) {}
