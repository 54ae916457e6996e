package io.stockpile.pipeline.sources.files;

import io.stockpile.connectors.files.FileKind;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.pipeline.run.RunArgs;
import java.util.Optional;

/**
 * The arguments of {@code import}.
 *
 * @param files a path or glob of any store, as the user wrote it
 * @param kind the kind of the files; empty when their names say it
 * @param range the time that a single file covers; empty when the names say it
 * @param label a label that distinguishes files of Twitter's records that cover the same time
 */
public record ImportArgs(
    RunArgs run,
    String files,
    Optional<FileKind> kind,
    Optional<MinuteRange> range,
    String label) {}
