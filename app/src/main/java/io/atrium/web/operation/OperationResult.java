// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.operation;

/// What an operation leads to: a page of this site, or a file that it made.
public sealed interface OperationResult {

    record Page(String href) implements OperationResult {}

    record Download(String name, String mediaType, byte[] bytes) implements OperationResult {}
}
