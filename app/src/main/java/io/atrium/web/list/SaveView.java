// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.list;

import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;

/// Keeps a list with its filter under a name; the same name again replaces the filter.
public record SaveView(RequestKey key, Actor actor, String list, String name, String query) {}
