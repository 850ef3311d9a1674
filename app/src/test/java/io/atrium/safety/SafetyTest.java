// SPDX-License-Identifier: Apache-2.0
package io.atrium.safety;

import io.atrium.compute.BilledJobs;
import io.atrium.compute.Yard;
import io.atrium.compute.credit.Months;
import io.atrium.testing.AtriumTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/// A test over every route, beside [Samples] of what the routes are about.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AtriumTest
@Import({Yard.class, BilledJobs.class, Months.class, Samples.class})
@interface SafetyTest {}
