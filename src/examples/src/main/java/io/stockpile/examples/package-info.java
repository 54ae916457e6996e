/** Example pipelines on an archive, to read, to copy and to run. */
package io.stockpile.examples;
