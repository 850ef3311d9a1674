// SPDX-License-Identifier: Apache-2.0
// dmn-js with what a policy model may hold: no knowledge models, no sources, no notes in the drawing. Its symbols are a
// font that comes inside this file, so that the page's policy needs no exception for fonts.
import { EditorView } from '@codemirror/view';
import Modeler from 'dmn-js/lib/Modeler';
import symbols from 'dmn-js/dist/assets/dmn-font/font/dmn.woff2';

document.fonts.add(new FontFace('dmn', symbols));

const REFUSED = /knowledge|business|text-annotation|authority/;

class OnlyWhatAPolicyMayHold {
  static $inject = ['injector'];

  constructor(injector) {
    injector.get('palette', false)?.registerProvider(400, this);
    injector.get('contextPad', false)?.registerProvider(400, this);
  }

  getPaletteEntries() {
    return OnlyWhatAPolicyMayHold.allowed;
  }

  getContextPadEntries() {
    return OnlyWhatAPolicyMayHold.allowed;
  }

  static allowed(entries) {
    return Object.fromEntries(Object.entries(entries).filter(([name]) => !REFUSED.test(name)));
  }
}

// Two things the editor does otherwise than it would. When a letter replaces selected words, the browser keeps their look in
// a style attribute, which the page's policy refuses: the editor writes the letter itself. And a bracket is not closed by
// itself, for half of all ranges end in the other kind: [5..10).
function writeInTheEditor(event) {
  const view = event.target instanceof Element && EditorView.findFromDOM(event.target);
  const isLetter = event.inputType === 'insertText' && !event.isComposing && /^[^"]$/u.test(event.data ?? '');
  if (!view || !isLetter || (view.state.selection.main.empty && !/[[(]/.test(event.data))) return;
  event.preventDefault();
  view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true });
}

/** @param translate (template, replacements) → words in the reader's language */
function create(container, translate) {
  const words = { translate: ['value', translate] };
  const drawing = { __init__: ['onlyWhatAPolicyMayHold'], onlyWhatAPolicyMayHold: ['type', OnlyWhatAPolicyMayHold] };
  container.addEventListener('beforeinput', writeInTheEditor, true);
  return new Modeler({
    container,
    drd: { additionalModules: [words, drawing] },
    decisionTable: { additionalModules: [words] },
    literalExpression: { additionalModules: [words] },
    boxedExpression: { additionalModules: [words] },
  });
}

window.AtriumDmn = { create };
