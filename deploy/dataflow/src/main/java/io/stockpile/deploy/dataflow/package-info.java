/** What only the bundle for Dataflow has: secrets of Google Cloud's Secret Manager. */
package io.stockpile.deploy.dataflow;
