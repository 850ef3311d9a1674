// SPDX-License-Identifier: Apache-2.0
package io.atrium.files;

import io.atrium.kernel.access.Actor;

/// Keep these bytes for the actor's organisation.
///
/// @param name the name that the person gave the file; folders in it are dropped
public record StoreFile(Actor actor, String name, String mediaType, byte[] bytes) {}
