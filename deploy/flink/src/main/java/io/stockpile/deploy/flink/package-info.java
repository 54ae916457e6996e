/** The entry point of the bundle for Flink, which ends in the way that Flink expects. */
package io.stockpile.deploy.flink;
