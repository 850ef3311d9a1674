// SPDX-License-Identifier: Apache-2.0
/// Starts and stops a real PostgreSQL server from binaries that come as a library.
///
/// Start at [EmbeddedPostgres]. The server keeps its data in a folder between runs, is durable, asks for a password and
/// listens on the loopback address only. Whoever needs more (replicas, many nodes) runs a PostgreSQL of their own and
/// leaves this package out; it is not a connection pool and knows nothing about Spring.
///
/// What lies in the folder:
///
/// ```
/// pgdata/             the cluster, owned by the server
/// postgres.log        what the server says since its last start; the run before is in postgres.log.1
/// postgres.password   readable by the owner only
/// postgres.lock       held by the live process that uses the folder
/// ```
@NullMarked
package io.atrium.postgres;

import org.jspecify.annotations.NullMarked;
