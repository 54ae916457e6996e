/**
 * Measures Stockpile, as it is shipped, beside DuckDB in one run on one machine.
 *
 * <h2>What is run</h2>
 *
 * <p>{@link io.stockpile.bench.data.DataFiles} generates files of synthetic records, once for each
 * choice of settings. A simulated Firestream in the benchmark's own process serves them to {@code
 * stockpile backfill}; tweets are put into the archive as answers of Replay instead. Each round
 * runs these in turn, each in a process of its own:
 *
 * <ol>
 *   <li>{@code backfill} into a new archive, the download from loopback included; not for tweets;
 *   <li>{@code derive} for the whole archive, from its landed files;
 *   <li>{@link io.stockpile.bench.DuckDbJob}: {@code read_json} with explicit columns, then {@code
 *       COPY ... PARTITION_BY}, on the same landed files.
 * </ol>
 *
 * <p>With {@code --slots} it runs {@code derive} instead, on Flink session clusters with these
 * numbers of slots and on the embedded runner.
 *
 * <p>Stockpile runs through the launcher, with the Java options that users get. DuckDB gets a JVM
 * as small as possible, so that only DuckDB is measured.
 *
 * <h2>What is measured</h2>
 *
 * <ul>
 *   <li>wall: from the start of the process to its end, the JVM's own start included.
 *   <li>CPU: user and kernel time of the process, exact to 10 ms. It is what the process adds to
 *       cutime and cstime in {@code /proc/self/stat}, so the time that the benchmark's own process
 *       takes to serve files does not count.
 *   <li>peak memory: VmHWM in {@code /proc/PID/status}, the kernel's high-water mark of resident
 *       memory, read every 20 ms.
 *   <li>output: the size of the Parquet files.
 * </ul>
 *
 * <p>Ratios are taken in each round; the report has their median, least and greatest.
 *
 * <h2>What must agree</h2>
 *
 * <p>After every run the output is read back with DuckDB. It is compared with the facts about the
 * data (rows, sum of ids, rows by date) and with the outputs before it: for every column of the
 * peer, the number of rows that have a value, and the sum of a hash over each row's id and value. A
 * difference ends the benchmark with code 1, because the figures of a job that does not do the work
 * mean nothing.
 *
 * <p>{@code src/site/benchmarks.md} says how to run it and how to read it.
 */
package io.stockpile.bench;
