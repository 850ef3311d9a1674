// SPDX-License-Identifier: Apache-2.0
/// The nouns that talk to a running Atrium over its REST API, with a token: jobs and prices. Start at
/// [io.atrium.cli.server.JobCommand]; the wire is [io.atrium.cli.server.Server], the words of the reader's language are
/// [io.atrium.cli.server.Words].
@NullMarked
package io.atrium.cli.server;

import org.jspecify.annotations.NullMarked;
