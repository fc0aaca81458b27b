// Nothing: this file is compiled for the precompiled headers of the tests.
