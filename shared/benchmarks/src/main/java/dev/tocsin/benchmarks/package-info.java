/** What the engine costs; the README of this module says how to run it and what came out. */
package dev.tocsin.benchmarks;
