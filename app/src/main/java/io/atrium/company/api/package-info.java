// SPDX-License-Identifier: Apache-2.0
/// REST resources of the company file.
@NullMarked
package io.atrium.company.api;

import org.jspecify.annotations.NullMarked;
