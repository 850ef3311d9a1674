// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.limit;

/// An address that takes more than others (大文件入口); a module offers it as a bean. Only those who are signed in get
/// this far.
public record LargeBody(String path, long bytesMax) {}
