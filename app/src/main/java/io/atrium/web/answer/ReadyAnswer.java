// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.answer;

/// Something public that may answer a question (现成答案).
///
/// @param id stays the same in both languages
/// @param title in the reader's language
/// @param words what it is about, Chinese; compared by meaning
public record ReadyAnswer(String id, String title, String words, String href) {}
