// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

/// A file as it was handed in.
public record Upload(String name, String mediaType, byte[] bytes) {}
