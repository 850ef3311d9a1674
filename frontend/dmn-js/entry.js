// SPDX-License-Identifier: Apache-2.0
// dmn-js with what a policy model may hold: no knowledge models, no sources, no notes in the drawing. Its symbols are a
// font that comes inside this file, so that the page's policy needs no exception for fonts.
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

/** @param translate (template, replacements) → words in the reader's language */
function create(container, translate) {
  const words = { translate: ['value', translate] };
  const drawing = { __init__: ['onlyWhatAPolicyMayHold'], onlyWhatAPolicyMayHold: ['type', OnlyWhatAPolicyMayHold] };
  return new Modeler({
    container,
    drd: { additionalModules: [words, drawing] },
    decisionTable: { additionalModules: [words] },
    literalExpression: { additionalModules: [words] },
    boxedExpression: { additionalModules: [words] },
  });
}

window.AtriumDmn = { create };
