// SPDX-License-Identifier: Apache-2.0
/// Changing a model as a text (模型编辑): what an author does not touch is written back letter for letter, comments and
/// white space too, so that a difference shows what was changed and nothing else.
///
/// Start at [io.atrium.engine.decision.edit.ModelText] for one decision at a time, and at
/// [io.atrium.engine.decision.edit.EditorModel] for the exchange with a graphical editor. Nothing here judges a model;
/// that is the check of a package.
@NullMarked
package io.atrium.engine.decision.edit;

import org.jspecify.annotations.NullMarked;
