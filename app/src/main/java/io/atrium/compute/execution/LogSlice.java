// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

/// A piece of a run's log (日志片段), cut between characters.
///
/// @param text     in UTF-8 exactly as many bytes long as the piece: what is no UTF-8 and NUL became question marks
/// @param nextByte where to go on reading
/// @param complete nothing will ever follow
public record LogSlice(long fromByte, long nextByte, String text, boolean complete) {

    /// The same piece in a log that has so many bytes before it.
    public LogSlice behind(long bytes) {
        return new LogSlice(fromByte + bytes, nextByte + bytes, text, complete);
    }
}
