package io.stockpile.pipeline.sources.files;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.pipeline.run.RunArgs;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What {@code import} works on.
 *
 * @param files a path or glob of any store, as the user wrote it
 * @param fileType what the files are; empty when their names say it
 * @param date the day of a file whose name has none; empty when the names say it
 */
public record ImportArgs(
    RunArgs run, String files, Optional<FileType> fileType, Optional<LocalDate> date) {}
