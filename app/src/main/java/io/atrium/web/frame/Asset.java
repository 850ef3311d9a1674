// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.frame;

/// A file that pages link (静态资源): its address holds a hash of its content, so browsers keep it for good.
record Asset(String path, String type, byte[] content) {}
