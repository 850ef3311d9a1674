// SPDX-License-Identifier: Apache-2.0

/// What module tests stand on: [AtriumTest] starts the application, [House] makes organisations and people in it,
/// [Api] and [Browser] speak to it over HTTP as one of them, and
/// [Walker] tries what nobody offered it.
package io.atrium.testing;
