// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a form that moves money or hands on power (再次确认身份). Who has not proved who they are within the last quarter of
/// an hour (`atrium.sign-in.step-up`) is asked to; then the form is sent on as it was typed. Put it on the controller's
/// method that takes the POST. Calls of the API with a token pass: the token is made for them.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface StepUp {}
