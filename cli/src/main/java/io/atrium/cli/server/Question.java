// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.server;

/// Asks before something that cannot be taken back; never when nobody sits there.
final class Question {

    private Question() {}

    static boolean isDeclined(String effect, String question) {
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            return false;
        }
        var answer = console.readLine("%s %s ", effect, question);
        return answer == null || !answer.strip().matches("(?i)y|yes|是");
    }
}
