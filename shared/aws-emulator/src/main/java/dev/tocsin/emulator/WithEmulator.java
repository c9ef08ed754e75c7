package dev.tocsin.emulator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class an {@link AwsEmulator} parameter: one process for the test run,
 * emptied before each test.
 *
 * <p>Without moto on the machine the class is skipped; with the environment variable {@code
 * TOCSIN_REQUIRE_EMULATOR=true} it fails instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EmulatorExtension.class)
public @interface WithEmulator {}
