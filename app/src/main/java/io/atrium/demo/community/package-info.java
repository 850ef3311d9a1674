// SPDX-License-Identifier: Apache-2.0
/// The invented community of the demo (虚构社区): firms, compute providers, offices, people, made from one seed.
///
/// Pure data: nothing is written anywhere. The same seed gives the same community on every machine; no name, code,
/// price or person is real (docs/reference/demo-community.md). Start at [io.atrium.demo.community.Community].
@NullMarked
package io.atrium.demo.community;

import org.jspecify.annotations.NullMarked;
