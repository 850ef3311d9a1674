// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

/// Why the embedded server cannot run, in the order in which it is looked for, each with the way to mend it.
public enum Problem {
    UNSUPPORTED_PLATFORM(
            "Start PostgreSQL 16 or newer yourself and set ATRIUM_DB_URL, ATRIUM_DB_USER, ATRIUM_DB_PASSWORD."),
    FOLDER_NOT_WRITABLE("Choose another folder with --data, or give this one to the user who runs Atrium."),
    FOLDER_IN_USE("Stop the other Atrium, or choose another folder with --data."),
    OTHER_MAJOR_VERSION(
            "Run the Atrium that made the folder, export the data and import it here; or choose another folder with --data."),
    NO_SPACE("Free some space, or choose a folder on another disk with --data."),
    CANNOT_DROP_ROOT(
            "PostgreSQL refuses to run as root: run Atrium as an ordinary user, or install util-linux (unshare, runuser)."),
    PORT_TAKEN("Choose another port, or 0 for any free one."),
    MISSING_LIBRARY("Install the named library, or set ATRIUM_DB_URL to a PostgreSQL 16 or newer."),
    SERVER_FAILED("The server's own words are in the log named above.");

    private final String remedy;

    Problem(String remedy) {
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
