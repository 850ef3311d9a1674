// SPDX-License-Identifier: Apache-2.0
/// Files (文件): content-addressed storage of what people hand in, with limits and an owner.
///
/// A blob is named by its SHA-256, written once and checked on every read; a row says who owns which upload of it.
/// It knows nothing of what a file means: the module that asked for it does. Start at [io.atrium.files.StoredFiles].
@ApplicationModule(
        displayName = "Files",
        allowedDependencies = {"kernel", "web"})
@NullMarked
package io.atrium.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
