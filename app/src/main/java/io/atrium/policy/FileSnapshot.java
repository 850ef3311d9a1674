// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import java.time.LocalDate;

/// What an officer says of a file of firms (企业数据文件说明).
///
/// @param name of the snapshot
/// @param day for which the facts hold, and on which policies are decided over them
public record FileSnapshot(String name, LocalDate day, String fileName) {}
