/**
 * The parts of the bundle for Dataflow that other bundles do not have: the entry point of the Flex
 * Template, and secrets of Google Cloud's Secret Manager.
 */
package io.stockpile.deploy.dataflow;
