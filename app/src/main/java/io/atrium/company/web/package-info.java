// SPDX-License-Identifier: Apache-2.0
/// Pages of the company file, the list of firms, and registry deliveries.
@NullMarked
package io.atrium.company.web;

import org.jspecify.annotations.NullMarked;
