/**
 * What the engine costs. Run the benchmarks of a class from the root of the repository with
 *
 * <pre>{@code
 * mvn -q compile -pl shared/benchmarks -am
 * mvn -q dependency:build-classpath -Dmdep.outputFile=target/classpath -pl shared/benchmarks
 * java -cp "shared/benchmarks/target/classes:$(cat shared/benchmarks/target/classpath)" \
 *     org.openjdk.jmh.Main HostilePatterns
 * }</pre>
 */
package dev.tocsin.benchmarks;
