// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.plain;

/// The class loader that models get: it has no classes. Should a function reach for Java past [ExternalFunctions],
/// there
/// is nothing to reach.
final class NoClasses extends ClassLoader {

    static final NoClasses INSTANCE = new NoClasses();

    private NoClasses() {
        super("no-classes", null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        throw new ClassNotFoundException(name + " is out of reach for a model");
    }
}
