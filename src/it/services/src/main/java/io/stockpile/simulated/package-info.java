/**
 * Simulated services: real HTTP servers on loopback that behave as the documented services do, and
 * misbehave on demand. For tests and for the demonstration.
 */
package io.stockpile.simulated;
