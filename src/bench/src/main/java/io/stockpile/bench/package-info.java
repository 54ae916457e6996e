/**
 * Measures Stockpile as it is shipped, beside DuckDB, in one run on one machine.
 *
 * <h2>What is run</h2>
 *
 * <p>{@link io.stockpile.bench.data.DataFiles} makes files of synthetic records, once for given
 * settings. A simulated Firestream in the benchmark's own process serves them to {@code stockpile
 * backfill}; tweets lie in the archive as answers of Replay instead. Then, round by round and in
 * turn, each as a process of its own:
 *
 * <ol>
 *   <li>{@code backfill} into an archive that is not there yet (download included, from loopback),
 *       but for tweets;
 *   <li>{@code derive} of the whole archive from its landed files;
 *   <li>{@link io.stockpile.bench.DuckDbJob}: {@code read_json} with explicit columns, then {@code
 *       COPY ... PARTITION_BY}, on the same landed files.
 * </ol>
 *
 * <p>With {@code --slots} instead: {@code derive} on Flink session clusters of so many slots, and
 * embedded.
 *
 * <p>Stockpile runs through the launcher, with the Java options that users get. DuckDB gets a JVM
 * as small as can be, so that what is measured is DuckDB.
 *
 * <h2>What is measured</h2>
 *
 * <ul>
 *   <li>wall: from the start of the process to its end, the JVM's own start included.
 *   <li>CPU: user and kernel time of the process, exact to 10 ms, from the difference that it makes
 *       to cutime and cstime in {@code /proc/self/stat}. What the benchmark's own process spends on
 *       serving files is not in it.
 *   <li>peak memory: VmHWM in {@code /proc/PID/status}, the kernel's high-water mark of resident
 *       memory, looked at every 20 ms.
 *   <li>output: bytes of the Parquet files.
 * </ul>
 *
 * <p>Ratios are taken round by round and then summed up by their median and extremes.
 *
 * <h2>What must agree</h2>
 *
 * <p>After every run the output is read back through DuckDB and held against the data's facts
 * (rows, sum of ids, rows by date) and against the outputs before it: for every column of the
 * peer's, how many rows have a value, and the sum of a hash over each row's id and value. A
 * difference ends the benchmark with code 1: a figure of a job that does not do the work is none.
 *
 * <p>{@code src/site/benchmarks.md} says how to run it and how to read it.
 */
package io.stockpile.bench;
