// SPDX-License-Identifier: Apache-2.0
package io.atrium.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// The whole application on a real PostgreSQL and a random port, started once per JVM and shared by all classes that
/// carry this annotation. Tests make their own organisations with [House] and never rely on being alone.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Fixtures.class)
public @interface AtriumTest {}
